# Landen, zonder lidwoord. Zinnen roepen ze aan met PLACE($place).

# Code: ISO 3166-2.
region = { $country }, { $code }

country-AT = Oostenrijk
country-BE = België
country-BG = Bulgarije
country-HR = Kroatië
country-CY = Cyprus
country-CZ = Tsjechië
country-DK = Denemarken
country-EE = Estland
country-FI = Finland
country-FR = Frankrijk
country-DE = Duitsland
country-GR = Griekenland
country-HU = Hongarije
country-IE = Ierland
country-IT = Italië
country-LV = Letland
country-LT = Litouwen
country-LU = Luxemburg
country-MT = Malta
country-NL = Nederland
country-PL = Polen
country-PT = Portugal
country-RO = Roemenië
country-SK = Slowakije
country-SI = Slovenië
country-ES = Spanje
country-SE = Zweden
country-IS = IJsland
country-LI = Liechtenstein
country-NO = Noorwegen
country-GB = Verenigd Koninkrijk
country-CH = Zwitserland
country-US = Verenigde Staten
country-BR = Brazilië
