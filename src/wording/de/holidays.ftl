# Feste, die viele Länder begehen, nach ihrem englischen Namen.

holiday-new-years-day = Neujahr
holiday-epiphany = Heilige Drei Könige
holiday-maundy-thursday = Gründonnerstag
holiday-good-friday = Karfreitag
holiday-holy-saturday = Karsamstag
holiday-easter-sunday = Ostersonntag
holiday-easter-monday = Ostermontag
holiday-labour-day = Tag der Arbeit
holiday-ascension-day = Christi Himmelfahrt
holiday-whit-sunday = Pfingstsonntag
holiday-whit-monday = Pfingstmontag
holiday-corpus-christi = Fronleichnam
holiday-assumption-day = Mariä Himmelfahrt
holiday-reformation-day = Reformationstag
holiday-all-saints-day = Allerheiligen
holiday-immaculate-conception = Mariä Empfängnis
holiday-christmas-eve = Heiligabend
holiday-christmas-day = Weihnachten
holiday-saint-stephens-day = Stephanstag
holiday-new-years-eve = Silvester
holiday-second-day-of-christmas = zweiter Weihnachtstag
holiday-saint-josephs-day = Josefstag
