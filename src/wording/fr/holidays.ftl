# Les fêtes communes à de nombreux pays, d’après leur nom anglais.

holiday-new-years-day = jour de l’An
holiday-epiphany = Épiphanie
holiday-maundy-thursday = Jeudi saint
holiday-good-friday = Vendredi saint
holiday-holy-saturday = Samedi saint
holiday-easter-sunday = dimanche de Pâques
holiday-easter-monday = lundi de Pâques
holiday-labour-day = fête du Travail
holiday-ascension-day = Ascension
holiday-whit-sunday = dimanche de Pentecôte
holiday-whit-monday = lundi de Pentecôte
holiday-corpus-christi = Fête-Dieu
holiday-assumption-day = Assomption
holiday-reformation-day = fête de la Réformation
holiday-all-saints-day = Toussaint
holiday-immaculate-conception = Immaculée Conception
holiday-christmas-eve = veille de Noël
holiday-christmas-day = Noël
holiday-saint-stephens-day = Saint-Étienne
holiday-new-years-eve = Saint-Sylvestre
holiday-second-day-of-christmas = lendemain de Noël
holiday-saint-josephs-day = Saint-Joseph
