// Reads a number as a person would who wants to dial or check it: spoken digits, look-alike letters, other scripts' digits.
const spoken = new Map([['zero', '0'], ['oh', '0'], ['o', '0'], ['one', '1'], ['two', '2'], ['three', '3'], ['four', '4'], ['five', '5'],
  ['six', '6'], ['seven', '7'], ['eight', '8'], ['nine', '9']]);

export function digits_in(words) {
  const plain = words.replace(/[\u0966-\u096f]/gu, (digit) => String(digit.codePointAt(0) - 0x966)).replace(/(?<=\d)[oO]|[oO](?=[\doO]*\d)/g, '0');
  let digits = '';
  let times = 1;
  for (const [token] of plain.toLowerCase().matchAll(/[a-z]+|\d/g)) {
    if (token === 'double') { times = 2; continue; }
    const digit = /\d/.test(token) ? token : spoken.get(token);
    if (digit !== undefined) digits += digit.repeat(times);
    times = 1;
  }
  return digits;
}

// Numbers that lead to nobody: the ranges that Ofcom keeps for drama, and the 555-01xx of North America.
const nobody = [/^7700900\d{3}$/, /^2079460\d{3}$/, /^11[3-8]4960\d{3}$/, /^1[2-6]14960\d{3}$/, /^1914980\d{3}$/, /^2896496\d{3}$/, /^2920180\d{3}$/,
  /^1632960\d{3}$/, /^808157\d{4}$/, /^3069990\d{3}$/, /^(\d{3})?55501\d{2}$/, /^\d{3}$/];
export const leads_to_nobody = (words) => nobody.some((form) => form.test(digits_in(words).replace(/^(44|1(?=\d{10}$))/, '').replace(/^0/, '')));

// The last digit of an NHS, CHI or H&C number against the nine before it, modulo 11.
export function has_check_digit(words) {
  const digits = digits_in(words);
  if (digits.length !== 10) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}
