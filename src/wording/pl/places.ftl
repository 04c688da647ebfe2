# Kraje w mianowniku. Zdania używają ich przez PLACE($place).

# Code: ISO 3166-2.
region = { $country }, { $code }

country-AT = Austria
country-BE = Belgia
country-BG = Bułgaria
country-HR = Chorwacja
country-CY = Cypr
country-CZ = Czechy
country-DK = Dania
country-EE = Estonia
country-FI = Finlandia
country-FR = Francja
country-DE = Niemcy
country-GR = Grecja
country-HU = Węgry
country-IE = Irlandia
country-IT = Włochy
country-LV = Łotwa
country-LT = Litwa
country-LU = Luksemburg
country-MT = Malta
country-NL = Niderlandy
country-PL = Polska
country-PT = Portugalia
country-RO = Rumunia
country-SK = Słowacja
country-SI = Słowenia
country-ES = Hiszpania
country-SE = Szwecja
country-IS = Islandia
country-LI = Liechtenstein
country-NO = Norwegia
country-GB = Wielka Brytania
country-CH = Szwajcaria
country-US = Stany Zjednoczone
country-BR = Brazylia
