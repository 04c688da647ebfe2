# Las fiestas comunes a muchos países, según su nombre en inglés.

holiday-new-years-day = Año Nuevo
holiday-epiphany = Epifanía del Señor
holiday-maundy-thursday = Jueves Santo
holiday-good-friday = Viernes Santo
holiday-holy-saturday = Sábado Santo
holiday-easter-sunday = Domingo de Resurrección
holiday-easter-monday = Lunes de Pascua
holiday-labour-day = Fiesta del Trabajo
holiday-ascension-day = Ascensión del Señor
holiday-whit-sunday = Domingo de Pentecostés
holiday-whit-monday = Lunes de Pentecostés
holiday-corpus-christi = Corpus Christi
holiday-assumption-day = Asunción de la Virgen
holiday-reformation-day = Día de la Reforma
holiday-all-saints-day = Todos los Santos
holiday-immaculate-conception = Inmaculada Concepción
holiday-christmas-eve = Nochebuena
holiday-christmas-day = Navidad
holiday-saint-stephens-day = San Esteban
holiday-new-years-eve = Nochevieja
holiday-second-day-of-christmas = segundo día de Navidad
holiday-saint-josephs-day = San José
