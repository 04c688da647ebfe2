# Por qué se propone una autoridad de control para una reclamación.

reason-residence = La persona reside aquí: { PLACE($place) }.
reason-work = La persona trabaja aquí: { PLACE($place) }.
reason-infringement = La infracción se produjo aquí: { PLACE($place) }.
reason-establishment = El responsable está establecido aquí: { PLACE($place) }. La persona no tiene ningún lugar sujeto al mismo derecho.
reason-main_establishment = El responsable tiene aquí su establecimiento principal: { PLACE($place) }. En un caso transfronterizo, se presume que la autoridad de ese lugar es la principal.
reason-private_controller = En Alemania, un responsable privado depende de la autoridad del Land donde está establecido ({ PLACE($place) }).
reason-public_body = En Alemania, un organismo público de un Land depende de la autoridad de ese Land ({ PLACE($place) }).
reason-federal_body = En Alemania, el comisionado federal supervisa los organismos públicos de la federación.
reason-telecoms = En Alemania, el comisionado federal supervisa los servicios de telecomunicaciones.
reason-postal = En Alemania, el comisionado federal supervisa los servicios postales.
reason-church = En Alemania, las iglesias y asociaciones religiosas pueden tener una autoridad propia ({ PLACE($place) }). Si no la tienen, es competente la autoridad del Land.
reason-broadcaster = En Alemania, las radiotelevisiones públicas pueden tener una autoridad propia ({ PLACE($place) }). Lo que esta no supervisa depende de la autoridad del Land.
reason-sector_unknown = En Alemania depende de qué tipo de organismo sea el responsable, que no se conoce ({ PLACE($place) }).
reason-passes_on = La autoridad de este Land ({ PLACE($place) }) recibe la reclamación y la remite a la que es competente.
reason-regional_public_body = En España, esta comunidad tiene una autoridad propia para parte de su sector público ({ PLACE($place) }).
reason-beside_region = En España es competente la autoridad nacional, salvo que lo sea la de una comunidad.
reason-cantonal_body = En Suiza, los organismos de los cantones y municipios dependen de las autoridades cantonales. La autoridad federal es competente para todos los demás.
reason-own_legal_order = Este Estado ({ PLACE($place) }) tiene su propio derecho de protección de datos y su propia autoridad.

no-lead-establishment_unknown = No se presume ninguna autoridad principal, porque no se conoce el establecimiento principal del responsable.
no-lead-outside_eea = No se presume ninguna autoridad principal, porque el responsable tiene su establecimiento principal fuera del Espacio Económico Europeo.
no-lead-public_body = No hay autoridad principal para los organismos públicos: solo es competente su propia autoridad.
no-lead-special_supervision = No se presume ninguna autoridad principal, porque el responsable puede tener una autoridad especial.
no-lead-not_cross_border = No hay autoridad principal, porque, por lo que se sabe, el caso no es transfronterizo.
no-lead-unclear = Con lo que se sabe no puede decirse cuál es la autoridad principal.

missing-residence_subdivision = Indique la región donde reside la persona: de ella depende qué autoridad es competente.
missing-work_subdivision = Indique la región donde trabaja la persona: de ella depende qué autoridad es competente.
missing-infringement_subdivision = Indique la región donde se produjo la infracción: de ella depende qué autoridad es competente.
missing-controller_subdivision = Indique la región donde está establecido el responsable: de ella depende qué autoridad es competente.
missing-controller_sector = Indique qué tipo de organismo es el responsable: privado, público, federal o especial. De ello depende qué autoridad es competente.
