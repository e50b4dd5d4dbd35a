// Letters, forms and chats of every day with everything made up, by a seeded generator, and how many of their words that
// identify are found: token recall, precision and F2 at `--level all`, whatever the class.
//   node bench/screening/letters.mjs [--show CLASS]
// KITH names the program. Names are of many countries; phones, accounts and addresses lead to nobody.
import { kith } from './texts.mjs';

const copies = 6;
let state = 20261121;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 4294967296;
};
const below = (n) => Math.floor(random() * n);
const pick = (all) => all[below(all.length)];
const words = (text) => text.trim().split(/\s*;\s*/);
const digits = (n) => Array.from({ length: n }, () => below(10)).join('');

const firsts = words(`Anna; Bogdan; Chiara; Dmitri; Eleni; Farid; Gwenllian; Hiroshi; Ingrid; Jamal; Katarzyna; Lamar; Mei; Nkechi; Olamide;
  Priya; Quentin; Rosalind; Sorcha; Tariq; Ulla; Valentina; Wei; Xavier; Yusuf; Zsofia; Siobhan; Matteo; Lars; Aoife; Deepak; Fatoumata; Guillermo;
  Hanneke; Ines; Joaquin; Kwame; Liesel; Mohammed; Noor; Oskar; Paulina; Rajesh; Sunniva; Thandiwe; Umut; Vikram; Winifred; Yolanda; Zoe;
  Mary Beth; Jean-Luc; Harold; Denise; Trevor; Kimberly; Brandon; Megan; Dustin; Courtney; Nigel; Pauline; Marjorie; Cedric`);
const lasts = words(`Okonkwo; Lindqvist; Moreau; Kowalczyk; Papadopoulos; van den Berg; O'Rourke; Nakagawa; Fernández; Schreiber; Abdullahi;
  Rasmussen; Bianchi; Petrov; Chaudhry; Nguyen; McAllister; Hughes-Barton; Szabó; Yılmaz; Castellanos; Adeyemi; Kettering; Dufresne; Novak;
  Whitcombe; Ramirez; Takahashi; Svensson; Mbeki; Halloran; Krishnamurthy; Delacroix; Pereira; Jankowski; Vasquez; Thorne; Underwood; Lockhart;
  Penhaligon; Sorensen; Eriksen; Baptiste; Osei; Rahman; Wieczorek; Tremblay; Gallagher; Fitzsimmons; Haddad`);
const cities = words(`Leeds; Cork; Tulsa; Boise; Porto; Ghent; Aarhus; Gdańsk; Toulouse; Bologna; Nairobi; Osaka; Winnipeg; Adelaide; Valparaíso; Lahore;
  Des Moines; Baton Rouge; Salt Lake City; Milton Keynes; Kings Lynn; Bergen; Graz; Seville; Izmir; Accra; Chennai; Da Nang; Halifax; Christchurch; Utrecht; Basel`);
const countries = words(`Portugal; Norway; Ghana; Chile; Vietnam; Turkey; the Netherlands; New Zealand; South Africa; Brazil; Japan; Austria; Bulgaria; Kenya;
  Peru; Iceland; Latvia; Malaysia; United Kingdom; Canada; Switzerland; Denmark; Italy; Israel`);
const nations = words('Portuguese; Norwegian; Ghanaian; Chilean; Vietnamese; Turkish; Dutch; Brazilian; Japanese; Austrian; Bulgarian; Kenyan; Peruvian; Danish; Swiss; Canadian');
const streets_en = words('Maple; Station; Orchard; Birchwood; Kingsley; Harbour; Willow Creek; Old Mill; Fairview; Ashdown; Pemberton; Lakeshore; Cedar Ridge; Tannery');
const kinds_en = words('Road; Street; Avenue; Lane; Drive; Close; Crescent; Court; Boulevard; Terrace; St; Rd; Ave; Blvd; Ln; Way; Place; Parkway');
const states = words('OK; IA; OR; TX; NM; VT; Ohio; Nevada; Georgia; Minnesota');
const address = {
  us: () => `${1 + below(9900)} ${pick(streets_en)} ${pick(kinds_en)}${pick(['', '', ` Apt ${1 + below(90)}`, ` Suite ${100 + below(800)}`])}`,
  uk: () => `${pick(['', `Flat ${1 + below(40)}, `])}${1 + below(180)} ${pick(streets_en)} ${pick(kinds_en)}`,
  de: () => `${pick(['Goethestraße', 'Lindenweg', 'Hauptstrasse', 'Am Bahnhof', 'Schillerplatz', 'Rosenallee'])} ${1 + below(150)}`,
  fr: () => `${1 + below(150)} ${pick(['rue de la Paix', 'avenue Victor Hugo', 'boulevard des Alpes', 'Rue du Moulin', 'place de la Gare', 'chemin des Vignes'])}`,
  es: () => `${pick(['Calle Mayor', 'Avenida de la Constitución', 'C. del Olmo', 'Plaza Nueva', 'Rúa do Sol'])} ${1 + below(120)}`,
  it: () => `${pick(['Via Garibaldi', 'Corso Italia', 'Viale dei Tigli', 'Piazza Dante'])} ${1 + below(120)}`,
  nl: () => `${pick(['Kerkstraat', 'Prinsengracht', 'Dorpsweg', 'Molenlaan', 'Stationsplein'])} ${1 + below(300)}`,
  se: () => `${pick(['Storgatan', 'Kungsvägen', 'Skogsveien', 'Parkallé', 'Vestergade', 'Mannerheimintie', 'Puistokatu'])} ${1 + below(100)}`,
  pl: () => `${pick(['ul. Lipowa', 'ul. Mickiewicza', 'Kossuth utca', 'Ulica Polna', 'Nádraží'])} ${1 + below(80)}`,
  box: () => `P.O. Box ${1 + below(9000)}`,
};
const letters = (n) => Array.from({ length: n }, () => 'ABDEFGHJLNPQRSTUWXYZ'[below(20)]).join('');
const luhn = (start) => {
  for (let c = 0; c < 10; c += 1) {
    const all = `${start}${c}`;
    let sum = 0;
    [...all].reverse().forEach((d, i) => { const v = Number(d) * (i % 2 ? 2 : 1); sum += v > 9 ? v - 9 : v; });
    if (sum % 10 === 0) return all;
  }
  return start;
};
const iban = (country, body) => {
  const as_number = [...`${body}${country}00`].map((c) => (c >= 'A' ? c.charCodeAt(0) - 55 : c)).join('');
  return `${country}${String(98n - (BigInt(as_number) % 97n)).padStart(2, '0')}${body}`;
};
const months = words('January; March; April; May; June; August; October; December');
const first = () => pick(firsts), last = () => pick(lasts);
const fields = {
  first, last,
  name: () => pick([() => `${first()} ${last()}`, () => `${first()} ${last()}`, () => `${first()} ${letters(1)}. ${last()}`, () => `${first()} ${last()} ${last()}`])(),
  city: () => pick(cities), country: () => pick(countries), nation: () => pick(nations), state: () => pick(states),
  address: () => address[pick(['us', 'us', 'us', 'uk', 'uk', 'de', 'fr', 'es', 'it', 'nl', 'se', 'pl', 'box'])](),
  zip: () => pick([() => digits(5), () => digits(5), () => `${digits(5)}-${digits(4)}`, () => `${pick(['LS', 'M', 'EX', 'CF'])}${1 + below(20)} ${1 + below(9)}${letters(2)}`, () => digits(4), () => `${digits(4)} ${letters(2)}`])(),
  org: () => pick([() => `${last()} Ltd`, () => `${last()}, ${last()} and ${last()}`, () => `${last()}-${last()}`, () => `${last()} Group`, () => `${last()} PLC`, () => `${last()} & Sons`,
    () => pick(['Northwind Freight', 'Bluepeak Energy', 'Cobalt Robotics', 'Harbourline Insurance', 'Silverleaf Foods', 'Vertex Dental', 'Orchid Airways']), () => `${last()} GmbH`, () => `${last()} S.A.`])(),
  phone: () => pick([() => `(${2 + below(8)}${digits(2)}) 555-01${digits(2)}`, () => `555-01${digits(2)}`, () => `+1-${2 + below(8)}${digits(2)}-555-01${digits(2)}`, () => `07700 900${digits(3)}`, () => `020 7946 0${digits(3)}`,
    () => `+44 7700 900${digits(3)}`, () => `+49 30 ${digits(7)}`, () => `+33 1 ${digits(2)} ${digits(2)} ${digits(2)} ${digits(2)}`, () => `+61 2 5550 ${digits(4)}`, () => `0${digits(3)} ${digits(3)} ${digits(3)}`, () => `001-${2 + below(8)}${digits(2)}-555-01${digits(2)}x${digits(3)}`, () => `${digits(3)}.555.01${digits(2)}`])(),
  card: () => pick([() => luhn(`4${digits(14)}`), () => luhn(`51${digits(13)}`), () => luhn(`37${digits(12)}`), () => luhn(`4${digits(14)}`).replace(/(....)(?=.)/g, '$1 '), () => luhn(`6011${digits(11)}`).replace(/(....)(?=.)/g, '$1-'), () => luhn(`4${digits(11)}`), () => luhn(`35${digits(13)}`)])(),
  iban: () => pick([() => iban('GB', `${letters(4)}${digits(14)}`), () => iban('DE', digits(18)), () => iban('FR', digits(23)), () => iban('NL', `${letters(4)}${digits(10)}`), () => iban('NO', digits(11)), () => iban('GB', `${letters(4)}${digits(14)}`).replace(/(....)(?=.)/g, '$1 ')])(),
  date: () => pick([() => `${1 + below(28)} ${pick(months)} ${1950 + below(75)}`, () => `${pick(months)} ${1 + below(28)}, ${1950 + below(75)}`, () => `${1 + below(12)}/${1 + below(28)}/${1950 + below(75)}`, () => `${1950 + below(75)}-0${1 + below(9)}-1${below(9)}`, () => `${1 + below(28)}/${1 + below(12)}`, () => `${pick(months)} ${1 + below(28)}`, () => pick(['last Tuesday', 'yesterday', 'Monday', 'next Friday']), () => `${1 + below(28)}.0${1 + below(9)}.${1950 + below(75)}`])(),
  age: () => String(18 + below(75)),
  email: () => `${letters(1).toLowerCase()}${pick(['.', '_', ''])}${pick(lasts).replace(/[^A-Za-z]/g, '')}${below(90)}@${pick(['mail', 'post', 'inbox'])}.example`,
  url: () => `${pick(['http://', 'https://www.', 'www.'])}${pick(['north', 'blue', 'green'])}${pick(['leaf', 'shop', 'line'])}.${pick(['com', 'org', 'co.uk', 'net'])}${pick(['', '/', '/about'])}`,
  ip: () => `${1 + below(220)}.${below(255)}.${below(255)}.${1 + below(250)}`,
  ssn: () => `${100 + below(560)}-${10 + below(80)}-${1000 + below(8000)}`,
  licence: () => pick([() => `${letters(1)}${digits(7)}`, () => `${letters(1)}${digits(12)}`, () => digits(9), () => `${letters(2)}${digits(6)}`])(),
};

const templates = words(`
  My name is {name} and I live at {address}, {city}.; Please send the new card to {address}, {city} {zip}; I'd like to change my address to {address} {city} {state} {zip}, please;
  My card {card} was swallowed by the machine in {city}; {card} has expired, I need another one sent to {address}; Could you check whether {card} is blocked? It belongs to {name};
  Transfer 300 to {iban} before {date}; My IBAN is {iban}, name on the account {name}; How do I find the balance of {iban}?; Please refund {card} and write to {email};
  {first} moved from {city} to {city} in {date}; I was born in {country} on {date}; We flew from {city}, {country} to {city}, {country}; The {nation} ambassador arrived in {city} {date};
  {name} is {nation} and works for {org}; {org} opened an office at {address} in {city}; {org} was founded by {name} and {name}; Shares in {org} fell after {name} left on {date};
  Does {org} deliver to {country}?; Where can I find a branch of {org} near {address}?; I've been with {org} since {date} and nobody answers {phone}; Our flat at {address} is let through {org};
  Call me on {phone} after six, {first}; You can reach {name} at {phone} or {email}; My new number is {phone}; {phone} is the fax, {phone} the office; Text {first} on {phone}, it's about {city};
  {name}\\n{address}\\n{city} {zip}\\n{country}; {name}, {org}, {address}, {city}; To: {name}\\nFrom: {name}\\nSubject: the house in {city}; {org}\\n{address}\\n{city}, {state} {zip}\\nTel {phone}; Attn {name}, {address}, {city};
  Name: {name}\\nAge: {age}\\nCity: {city}\\nPhone: {phone}; Full name: {name}\\nDate of birth: {date}\\nSSN: {ssn}; Customer {name}, ZIP {zip}, e-mail {email}; Applicant: {name}\\nNationality: {nation}\\nLicence no: {licence};
  My driver's license number is {licence}; Her social security number is {ssn}; license {licence} was issued in {state}; He gave {ssn} as his SSN over the phone;
  {name} is {age} years old and lives in {city}; My {age} year old father {first} is in {country}; At {age} years of age {name} swam to {country}; {first} turned {age} on {date};
  Mr. {last} and Mrs. {last} run a bakery in {city}; Dear Dr. {last}, thank you for your letter of {date}; Ms {last} from {org} rang, call her on {phone}; Prof. {name} will speak in {city} on {date};
  {first}, {first} and {first} will meet at {address} at noon; Is {first} coming with {first} to {city}?; hi {first}, did {first} get home ok?; {first}: where are you? {first}: {address};
  Who is {name}?; {name} wrote to {name} about {name}; As {name} said to {first}, there is no place like {city}; The story of {name} from {city} moved all of {country}; I think {last} will win in {country};
  Visit {url} for details; our site {url} is down again, ask {first}; The server at {ip} is slow; logged in from {ip} in {country} on {date}; {email} bounced, try {email}; See {url} or call {phone};
  {name} bought {org} for 3 million; {first} has sold her house on {address}; A spokesman of {org}, {name}, declined to comment; {org} and {org} will merge on {date}; I was fired by {org} and moved to {country};
  The {nation} team plays in {city} {date}; Most {nation} cheese is sold in {country}; Are there flights to {city}? I'm in {country}; {city} is colder than {city}; Our tour: {city}, {city}, {city} and {city};
  Deliver it to {name}, {address}, {zip} {city}, {country}; We meet at {address}, {zip}; I lost my purse near {address} in {city}; Turn left at {address} and ask for {first}; Return address: {address}, {city}, {zip};
  Thanks, {name}; Kind regards\\n{name}\\n{org}; Best, {first}; Yours, {first} and {first}; P.S. {first} says hello from {country};
`);

const ours = new Map();
function made(template) {
  const marks = [];
  let text = '';
  const parts = template.replaceAll('\\n', '\n').split(/\{(\w+)\}/);
  parts.forEach((part, i) => {
    if (i % 2 === 0) { text += part; return; }
    const value = fields[part]();
    marks.push({ start: Buffer.byteLength(text), end: Buffer.byteLength(text + value), field: part });
    text += value;
  });
  return { text, marks };
}

export function measure_letters(program, show) {
  const texts = Array.from({ length: copies }, () => templates.map(made)).flat();
  const answers = kith(program, texts.map(({ text }) => text), 'all');
  const by_field = ours;
  let right = 0, found = 0, all = 0;
  texts.forEach(({ text, marks }, i) => {
    const bytes = Buffer.from(text);
    for (const word of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      const start = Buffer.byteLength(text.slice(0, word.index)), end = start + Buffer.byteLength(word[0]);
      if (/^(Mr|Mrs|Ms|Dr|Prof)$/.test(word[0])) continue;
      const mark = marks.find((one) => one.start < end && start < one.end);
      const hit = answers[i].findings.find((one) => one.start < end && start < one.end);
      if (mark) {
        all += 1;
        const field = by_field.get(mark.field) ?? { hit: 0, all: 0 };
        field.all += 1;
        field.hit += hit !== undefined;
        by_field.set(mark.field, field);
        if (!hit && show === mark.field) console.log(`missed ${word[0]} in: ${text.replaceAll('\n', ' / ')}`);
      }
      if (hit) {
        found += 1;
        right += mark !== undefined;
        if (!mark && show === 'wrong') console.log(`wrong ${hit.class} ${bytes.subarray(hit.start, hit.end)} in: ${text.replaceAll('\n', ' / ')}`);
      }
    }
  });
  const hits = [...by_field.values()].reduce((sum, { hit }) => sum + hit, 0);
  const recall = hits / all, precision = right / found;
  return { texts: texts.length, recall, precision, f2: (5 * precision * recall) / (4 * precision + recall), by_field };
}

if (process.argv[1]?.endsWith('letters.mjs')) {
  const { texts, recall, precision, f2, by_field } = measure_letters(process.env.KITH ?? 'build/release/kith', process.argv[3]);
  console.log(`${texts} letters: recall ${recall.toFixed(3)} precision ${precision.toFixed(3)} F2 ${f2.toFixed(3)}`);
  for (const [field, { hit, all }] of by_field) console.log(`  ${field.padEnd(9)} ${hit} of ${all}`);
}
