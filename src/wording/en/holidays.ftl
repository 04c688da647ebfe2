# Feasts that many countries keep, by their English name.

holiday-new-years-day = New Year's Day
holiday-epiphany = Epiphany
holiday-maundy-thursday = Maundy Thursday
holiday-good-friday = Good Friday
holiday-holy-saturday = Holy Saturday
holiday-easter-sunday = Easter Sunday
holiday-easter-monday = Easter Monday
holiday-labour-day = Labour Day
holiday-ascension-day = Ascension Day
holiday-whit-sunday = Whit Sunday
holiday-whit-monday = Whit Monday
holiday-corpus-christi = Corpus Christi
holiday-assumption-day = Assumption Day
holiday-reformation-day = Reformation Day
holiday-all-saints-day = All Saints' Day
holiday-immaculate-conception = Immaculate Conception
holiday-christmas-eve = Christmas Eve
holiday-christmas-day = Christmas Day
holiday-saint-stephens-day = Saint Stephen's Day
holiday-new-years-eve = New Year's Eve
holiday-second-day-of-christmas = Second Day of Christmas
holiday-saint-josephs-day = Saint Joseph's Day
