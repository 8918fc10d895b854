/**
 * Countries (and a few continents and lands with people of their own) with the names news text uses for them: name | other names | demonyms | capital (other spellings).
 * Own compilation (plain facts; spellings of both British and American newsrooms), no copied table.
 */
export const countryRows: readonly string[] = `
Afghanistan||Afghan,Afghans|Kabul
Albania||Albanian,Albanians|Tirana
Algeria||Algerian,Algerians|Algiers
Andorra||Andorran,Andorrans|Andorra la Vella
Angola||Angolan,Angolans|Luanda
Argentina||Argentine,Argentinian,Argentines,Argentinians|Buenos Aires
Armenia||Armenian,Armenians|Yerevan
Australia||Australian,Australians,Aussie,Aussies|Canberra
Austria||Austrian,Austrians|Vienna
Azerbaijan||Azerbaijani,Azerbaijanis,Azeri,Azeris|Baku
Bahamas|the Bahamas|Bahamian,Bahamians|Nassau
Bahrain||Bahraini,Bahrainis|Manama
Bangladesh||Bangladeshi,Bangladeshis|Dhaka
Barbados||Barbadian,Barbadians|Bridgetown
Belarus||Belarusian,Belarusians,Belarussian|Minsk
Belgium||Belgian,Belgians|Brussels
Belize||Belizean,Belizeans|Belmopan
Benin||Beninese|Porto-Novo
Bhutan||Bhutanese|Thimphu
Bolivia||Bolivian,Bolivians|La Paz,Sucre
Bosnia and Herzegovina|Bosnia,Bosnia-Herzegovina|Bosnian,Bosnians|Sarajevo
Botswana||Botswanan,Botswanans|Gaborone
Brazil||Brazilian,Brazilians|Brasilia,Brasília
Brunei||Bruneian,Bruneians|Bandar Seri Begawan
Bulgaria||Bulgarian,Bulgarians|Sofia
Burkina Faso||Burkinabe|Ouagadougou
Burundi||Burundian,Burundians|Bujumbura,Gitega
Cambodia||Cambodian,Cambodians|Phnom Penh
Cameroon||Cameroonian,Cameroonians|Yaounde,Yaoundé
Canada||Canadian,Canadians|Ottawa
Cape Verde|Cabo Verde|Cape Verdean,Cape Verdeans|Praia
Central African Republic|||Bangui
Chad||Chadian,Chadians|N'Djamena
Chile||Chilean,Chileans|Santiago
China|People's Republic of China,PRC|Chinese|Beijing,Peking
Colombia||Colombian,Colombians|Bogota,Bogotá
Comoros||Comorian,Comorians|Moroni
Congo|Democratic Republic of Congo,Democratic Republic of the Congo,DR Congo,DRC,Republic of Congo|Congolese|Kinshasa,Brazzaville
Costa Rica||Costa Rican,Costa Ricans|San Jose,San José
Croatia||Croatian,Croatians,Croat,Croats|Zagreb
Cuba||Cuban,Cubans|Havana
Cyprus||Cypriot,Cypriots|Nicosia
Czech Republic|Czechia|Czech,Czechs|Prague
Denmark||Danish,Dane,Danes|Copenhagen
Djibouti||Djiboutian,Djiboutians|
Dominica||Dominican,Dominicans|Roseau
Dominican Republic||Dominican,Dominicans|Santo Domingo
East Timor|Timor-Leste|Timorese|Dili
Ecuador||Ecuadorian,Ecuadorians,Ecuadorean|Quito
Egypt||Egyptian,Egyptians|Cairo
El Salvador||Salvadoran,Salvadorans|San Salvador
Equatorial Guinea||Equatoguinean|Malabo
Eritrea||Eritrean,Eritreans|Asmara
Estonia||Estonian,Estonians|Tallinn
Eswatini|Swaziland|Swazi,Swazis|Mbabane
Ethiopia||Ethiopian,Ethiopians|Addis Ababa
Fiji||Fijian,Fijians|Suva
Finland||Finnish,Finn,Finns|Helsinki
France||French,Frenchman,Frenchwoman|Paris
Gabon||Gabonese|Libreville
Gambia|the Gambia|Gambian,Gambians|Banjul
Georgia||Georgian,Georgians|Tbilisi
Germany||German,Germans|Berlin
Ghana||Ghanaian,Ghanaians|Accra
Greece||Greek,Greeks|Athens
Grenada||Grenadian,Grenadians|St. George's
Guatemala||Guatemalan,Guatemalans|Guatemala City
Guinea||Guinean,Guineans|Conakry
Guinea-Bissau|||Bissau
Guyana||Guyanese|Georgetown
Haiti||Haitian,Haitians|Port-au-Prince
Honduras||Honduran,Hondurans|Tegucigalpa
Hungary||Hungarian,Hungarians|Budapest
Iceland||Icelandic,Icelander,Icelanders|Reykjavik
India||Indian,Indians|New Delhi,Delhi
Indonesia||Indonesian,Indonesians|Jakarta
Iran|Islamic Republic of Iran|Iranian,Iranians|Tehran,Teheran
Iraq||Iraqi,Iraqis|Baghdad
Ireland|Republic of Ireland|Irish,Irishman,Irishwoman|Dublin
Israel||Israeli,Israelis|Jerusalem
Italy||Italian,Italians|Rome
Ivory Coast|Cote d'Ivoire,Côte d'Ivoire|Ivorian,Ivorians|Yamoussoukro
Jamaica||Jamaican,Jamaicans|Kingston
Japan||Japanese|Tokyo
Jordan||Jordanian,Jordanians|Amman
Kazakhstan||Kazakh,Kazakhs|Astana
Kenya||Kenyan,Kenyans|Nairobi
Kiribati|||Tarawa
Kosovo||Kosovar,Kosovars,Kosovan|Pristina
Kuwait||Kuwaiti,Kuwaitis|Kuwait City
Kyrgyzstan||Kyrgyz|Bishkek
Laos||Laotian,Laotians,Lao|Vientiane
Latvia||Latvian,Latvians|Riga
Lebanon||Lebanese|Beirut
Lesotho||Basotho|Maseru
Liberia||Liberian,Liberians|Monrovia
Libya||Libyan,Libyans|Tripoli
Liechtenstein||Liechtensteiner|Vaduz
Lithuania||Lithuanian,Lithuanians|Vilnius
Luxembourg||Luxembourgish,Luxembourger|Luxembourg City
Madagascar||Malagasy|Antananarivo
Malawi||Malawian,Malawians|Lilongwe
Malaysia||Malaysian,Malaysians|Kuala Lumpur
Maldives|the Maldives|Maldivian,Maldivians|Malé
Mali||Malian,Malians|Bamako
Malta||Maltese|Valletta
Marshall Islands||Marshallese|Majuro
Mauritania||Mauritanian,Mauritanians|Nouakchott
Mauritius||Mauritian,Mauritians|Port Louis
Mexico||Mexican,Mexicans|Mexico City
Micronesia||Micronesian,Micronesians|Palikir
Moldova||Moldovan,Moldovans|Chisinau,Chișinău
Monaco||Monegasque|
Mongolia||Mongolian,Mongolians|Ulaanbaatar,Ulan Bator
Montenegro||Montenegrin,Montenegrins|Podgorica
Morocco||Moroccan,Moroccans|Rabat
Mozambique||Mozambican,Mozambicans|Maputo
Myanmar|Burma|Burmese|Naypyidaw
Namibia||Namibian,Namibians|Windhoek
Nauru||Nauruan,Nauruans|
Nepal||Nepali,Nepalis,Nepalese|Kathmandu
Netherlands|the Netherlands,Holland|Dutch,Dutchman|Amsterdam,The Hague
New Zealand||New Zealander,New Zealanders|Wellington
Nicaragua||Nicaraguan,Nicaraguans|Managua
Niger||Nigerien,Nigeriens|Niamey
Nigeria||Nigerian,Nigerians|Abuja
North Korea|DPRK,Democratic People's Republic of Korea|North Korean,North Koreans|Pyongyang
North Macedonia|Macedonia|Macedonian,Macedonians|Skopje
Norway||Norwegian,Norwegians|Oslo
Oman||Omani,Omanis|Muscat
Pakistan||Pakistani,Pakistanis|Islamabad
Palau||Palauan,Palauans|Ngerulmud
Palestine|Palestinian territories|Palestinian,Palestinians|Ramallah
Panama||Panamanian,Panamanians|Panama City
Papua New Guinea||Papua New Guinean|Port Moresby
Paraguay||Paraguayan,Paraguayans|Asuncion,Asunción
Peru||Peruvian,Peruvians|Lima
Philippines|the Philippines|Philippine,Filipino,Filipinos,Filipina|Manila
Poland||Polish,Pole,Poles|Warsaw
Portugal||Portuguese|Lisbon
Qatar||Qatari,Qataris|Doha
Romania||Romanian,Romanians|Bucharest
Russia|Russian Federation|Russian,Russians|Moscow
Rwanda||Rwandan,Rwandans|Kigali
Saint Lucia|St. Lucia|Saint Lucian|Castries
Samoa||Samoan,Samoans|Apia
San Marino||Sammarinese|
Saudi Arabia|Saudi|Saudi,Saudis,Saudi Arabian|Riyadh
Senegal||Senegalese|Dakar
Serbia||Serbian,Serbians,Serb,Serbs|Belgrade
Seychelles||Seychellois|Victoria
Sierra Leone||Sierra Leonean,Sierra Leoneans|Freetown
Singapore||Singaporean,Singaporeans|
Slovakia||Slovak,Slovaks,Slovakian|Bratislava
Slovenia||Slovenian,Slovenians,Slovene,Slovenes|Ljubljana
Solomon Islands||Solomon Islander,Solomon Islanders|Honiara
Somalia||Somali,Somalis,Somalian|Mogadishu
South Africa||South African,South Africans|Pretoria,Cape Town
South Korea|Republic of Korea|South Korean,South Koreans|Seoul
South Sudan||South Sudanese|Juba
Spain||Spanish,Spaniard,Spaniards|Madrid
Sri Lanka||Sri Lankan,Sri Lankans|Colombo
Sudan||Sudanese|Khartoum
Suriname||Surinamese|Paramaribo
Sweden||Swedish,Swede,Swedes|Stockholm
Switzerland||Swiss|Bern
Syria||Syrian,Syrians|Damascus
Taiwan||Taiwanese|Taipei
Tajikistan||Tajik,Tajiks|Dushanbe
Tanzania||Tanzanian,Tanzanians|Dodoma,Dar es Salaam
Thailand||Thai,Thais|Bangkok
Togo||Togolese|Lome,Lomé
Tonga||Tongan,Tongans|Nuku'alofa
Trinidad and Tobago|Trinidad|Trinidadian,Trinidadians|Port of Spain
Tunisia||Tunisian,Tunisians|Tunis
Turkey|Türkiye,Turkiye|Turkish,Turk,Turks|Ankara
Turkmenistan||Turkmen|Ashgabat
Tuvalu||Tuvaluan|Funafuti
Uganda||Ugandan,Ugandans|Kampala
Ukraine|the Ukraine|Ukrainian,Ukrainians|Kyiv,Kiev
United Arab Emirates|UAE,Emirates|Emirati,Emiratis|Abu Dhabi
United Kingdom|UK,U.K.,Britain,Great Britain|British,Briton,Britons,Brit,Brits|London
England||English,Englishman,Englishwoman|
Scotland||Scottish,Scot,Scots|Edinburgh
Wales||Welsh,Welshman,Welshwoman|Cardiff
Northern Ireland||Northern Irish|Belfast
United States|United States of America,US,U.S.,USA,U.S.A.,America|American,Americans|Washington,Washington D.C.,Washington DC
Uruguay||Uruguayan,Uruguayans|Montevideo
Uzbekistan||Uzbek,Uzbeks|Tashkent
Vanuatu||Vanuatuan|Port Vila
Vatican City|Vatican,the Vatican,Holy See|Vatican|
Venezuela||Venezuelan,Venezuelans|Caracas
Vietnam|Viet Nam|Vietnamese|Hanoi
Yemen||Yemeni,Yemenis|Sanaa,Sana'a
Zambia||Zambian,Zambians|Lusaka
Zimbabwe||Zimbabwean,Zimbabweans|Harare
Greenland||Greenlander,Greenlanders|Nuuk
Hong Kong||Hong Konger,Hong Kongers|
Puerto Rico||Puerto Rican,Puerto Ricans|San Juan
Tibet||Tibetan,Tibetans|Lhasa
Chechnya||Chechen,Chechens|Grozny
Europe||European,Europeans|
Africa||African,Africans|
Asia||Asian,Asians|
Latin America||Latin American,Latin Americans|
Catalonia||Catalan,Catalans|Barcelona
Crimea||Crimean,Crimeans|Simferopol
`
  .trim()
  .split('\n')

/** Regions, continents, seas and ranges that news names without being countries. Own list. */
export const regions: readonly string[] = `
North Africa,West Africa,East Africa,Southern Africa,Sub-Saharan Africa,Central Asia,South Asia,Southeast Asia,
East Asia,Western Europe,Eastern Europe,Central Europe,North America,South America,Central America,
Middle East,Far East,Balkans,Caucasus,Scandinavia,Caribbean,Antarctica,Arctic,Oceania,Eurasia,Sahel,Levant,Maghreb,
Gaza,Gaza Strip,West Bank,Golan Heights,Donbas,Donbass,Donetsk,Luhansk,Lugansk,Zaporizhzhia,Kherson,Kharkiv,Kharkov,Odesa,
Odessa,Lviv,Dnipro,Mariupol,Bakhmut,Siberia,Kurdistan,Kashmir,Punjab,Xinjiang,Abkhazia,South Ossetia,Transnistria,
Nagorno-Karabakh,Bavaria,Saxony,Brittany,Normandy,Sicily,Sardinia,Corsica,Crete,Flanders,Wallonia,Lapland,
Atlantic,Pacific,Atlantic Ocean,Pacific Ocean,Indian Ocean,Arctic Ocean,Mediterranean,Mediterranean Sea,Black Sea,Baltic,
Baltic Sea,North Sea,Red Sea,Caspian Sea,South China Sea,East China Sea,Sea of Japan,Sea of Azov,Persian Gulf,
Gulf of Mexico,Gulf of Aden,English Channel,Strait of Hormuz,Taiwan Strait,Suez Canal,Panama Canal,Bosphorus,Himalayas,
Alps,Andes,Urals,Pyrenees,Sahara,Amazon rainforest,Nile,Danube,Rhine,Volga,Dnieper,Thames,Mississippi River,
Silicon Valley,Hollywood,Manhattan,Brooklyn,Queens,Bronx,Staten Island,Long Island,Harlem,Guantanamo Bay,Ontario,Quebec,
British Columbia,Alberta,Manitoba,Saskatchewan,Nova Scotia,New Brunswick,Newfoundland,Yukon,New South Wales,Queensland,
Tasmania,Okinawa,Hokkaido,Hiroshima,Fukushima,Yorkshire,Cornwall,Kent,Essex,Sussex,Cambridge,Oxford,Aceh,Sumatra,Java,Bali
`
  .trim()
  .split(/,\s*/)

/** States of the United States: name | newsroom abbreviations. Own compilation. `Washington` and `Georgia` are left out: ambiguous. */
export const usStates: readonly string[] = `
Alabama|Ala.
Alaska|
Arizona|Ariz.
Arkansas|Ark.
California|Calif.
Colorado|Colo.
Connecticut|Conn.
Delaware|Del.
Florida|Fla.
Hawaii|
Idaho|
Illinois|Ill.
Indiana|Ind.
Iowa|
Kansas|Kan.
Kentucky|Ky.
Louisiana|La.
Maine|
Maryland|Md.
Massachusetts|Mass.
Michigan|Mich.
Minnesota|Minn.
Mississippi|Miss.
Missouri|Mo.
Montana|Mont.
Nebraska|Neb.
Nevada|Nev.
New Hampshire|N.H.
New Jersey|N.J.
New Mexico|N.M.
New York|N.Y.
North Carolina|N.C.
North Dakota|N.D.
Ohio|
Oklahoma|Okla.
Oregon|Ore.
Pennsylvania|Pa.
Rhode Island|R.I.
South Carolina|S.C.
South Dakota|S.D.
Tennessee|Tenn.
Texas|
Utah|
Vermont|Vt.
Virginia|Va.
West Virginia|W.Va.
Wisconsin|Wis.
Wyoming|Wyo.
`
  .trim()
  .split('\n')
