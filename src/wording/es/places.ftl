# Los países, sin artículo. Las frases los llaman con PLACE($place).

# Code: ISO 3166-2.
region = { $country }, { $code }

country-AT = Austria
country-BE = Bélgica
country-BG = Bulgaria
country-HR = Croacia
country-CY = Chipre
country-CZ = Chequia
country-DK = Dinamarca
country-EE = Estonia
country-FI = Finlandia
country-FR = Francia
country-DE = Alemania
country-GR = Grecia
country-HU = Hungría
country-IE = Irlanda
country-IT = Italia
country-LV = Letonia
country-LT = Lituania
country-LU = Luxemburgo
country-MT = Malta
country-NL = Países Bajos
country-PL = Polonia
country-PT = Portugal
country-RO = Rumanía
country-SK = Eslovaquia
country-SI = Eslovenia
country-ES = España
country-SE = Suecia
country-IS = Islandia
country-LI = Liechtenstein
country-NO = Noruega
country-GB = Reino Unido
country-CH = Suiza
country-US = Estados Unidos
country-BR = Brasil
