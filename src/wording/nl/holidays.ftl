# Feesten die veel landen kennen, naar hun Engelse naam.

holiday-new-years-day = nieuwjaarsdag
holiday-epiphany = Driekoningen
holiday-maundy-thursday = Witte Donderdag
holiday-good-friday = Goede Vrijdag
holiday-holy-saturday = Stille Zaterdag
holiday-easter-sunday = eerste paasdag
holiday-easter-monday = tweede paasdag
holiday-labour-day = Dag van de Arbeid
holiday-ascension-day = Hemelvaartsdag
holiday-whit-sunday = eerste pinksterdag
holiday-whit-monday = tweede pinksterdag
holiday-corpus-christi = Sacramentsdag
holiday-assumption-day = Maria-Tenhemelopneming
holiday-reformation-day = Hervormingsdag
holiday-all-saints-day = Allerheiligen
holiday-immaculate-conception = Maria Onbevlekte Ontvangenis
holiday-christmas-eve = kerstavond
holiday-christmas-day = eerste kerstdag
holiday-saint-stephens-day = tweede kerstdag
holiday-new-years-eve = oudejaarsdag
holiday-second-day-of-christmas = tweede kerstdag
holiday-saint-josephs-day = Sint-Jozef
