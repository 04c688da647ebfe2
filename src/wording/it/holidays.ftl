# Le feste comuni a molti paesi, secondo il nome inglese.

holiday-new-years-day = Capodanno
holiday-epiphany = Epifania
holiday-maundy-thursday = Giovedì santo
holiday-good-friday = Venerdì santo
holiday-holy-saturday = Sabato santo
holiday-easter-sunday = Pasqua
holiday-easter-monday = Lunedì dell’Angelo
holiday-labour-day = Festa del lavoro
holiday-ascension-day = Ascensione
holiday-whit-sunday = Pentecoste
holiday-whit-monday = Lunedì di Pentecoste
holiday-corpus-christi = Corpus Domini
holiday-assumption-day = Assunzione di Maria
holiday-reformation-day = Festa della Riforma
holiday-all-saints-day = Ognissanti
holiday-immaculate-conception = Immacolata Concezione
holiday-christmas-eve = Vigilia di Natale
holiday-christmas-day = Natale
holiday-saint-stephens-day = Santo Stefano
holiday-new-years-eve = San Silvestro
holiday-second-day-of-christmas = secondo giorno di Natale
holiday-saint-josephs-day = San Giuseppe
