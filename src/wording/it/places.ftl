# I paesi, senza articolo. Le frasi li chiamano con PLACE($place).

# Code: ISO 3166-2.
region = { $country }, { $code }

country-AT = Austria
country-BE = Belgio
country-BG = Bulgaria
country-HR = Croazia
country-CY = Cipro
country-CZ = Cechia
country-DK = Danimarca
country-EE = Estonia
country-FI = Finlandia
country-FR = Francia
country-DE = Germania
country-GR = Grecia
country-HU = Ungheria
country-IE = Irlanda
country-IT = Italia
country-LV = Lettonia
country-LT = Lituania
country-LU = Lussemburgo
country-MT = Malta
country-NL = Paesi Bassi
country-PL = Polonia
country-PT = Portogallo
country-RO = Romania
country-SK = Slovacchia
country-SI = Slovenia
country-ES = Spagna
country-SE = Svezia
country-IS = Islanda
country-LI = Liechtenstein
country-NO = Norvegia
country-GB = Regno Unito
country-CH = Svizzera
country-US = Stati Uniti
country-BR = Brasile
