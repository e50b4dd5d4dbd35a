// Files to scan, made byte by byte: ZIP, DOCX, ODT and PDF small enough to read here, and hostile ones that no
// program would write. Invented people only; telephone numbers from the ranges that Ofcom keeps for drama.
import { deflateRawSync } from 'node:zlib';

const crc_table = Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; ++k) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});
const crc32 = (bytes) => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = crc_table[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
};

// members: [{ name, bytes, store?, encrypted?, wrong_checksum? }]
export function zip(members) {
  const parts = [], directory = [];
  let offset = 0;
  for (const { name, bytes, store = false, encrypted = false, wrong_checksum = false } of members) {
    const plain = Buffer.from(bytes), label = Buffer.from(name);
    const packed = store ? plain : deflateRawSync(plain, { level: 9 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800 | (encrypted ? 1 : 0), 2);
    common.writeUInt16LE(store ? 0 : 8, 4);
    common.writeUInt16LE(0x5a21, 8);  // a day: 1 January 2025
    common.writeUInt32LE((crc32(plain) ^ (wrong_checksum ? 1 : 0)) >>> 0, 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(plain.length, 18);
    common.writeUInt16LE(label.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, label, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, label);
    offset += 30 + label.length + packed.length;
  }
  const listing = Buffer.concat(directory), end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}

const xml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

// parts: what else is in it, name -> XML
export function docx(paragraphs, parts = {}) {
  const body = paragraphs.map((words) => `<w:p>${words.split('|').map((run) => `<w:r><w:t xml:space="preserve">${xml(run)}</w:t></w:r>`).join('')}</w:p>`).join('');
  return zip([
    { name: '[Content_Types].xml', bytes: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    { name: 'word/document.xml', bytes: `<?xml version="1.0"?><w:document ${word}><w:body>${body}</w:body></w:document>` },
    ...Object.entries(parts).map(([name, bytes]) => ({ name, bytes })),
  ]);
}
export const docx_comments = (author, words) =>
  `<w:comments ${word}><w:comment w:id="0" w:author="${xml(author)}"><w:p><w:r><w:t>${xml(words)}</w:t></w:r></w:p></w:comment></w:comments>`;
export const docx_properties = (creator) =>
  `<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${xml(creator)}</dc:creator></cp:coreProperties>`;

export function odt(paragraphs) {
  const body = paragraphs.map((words) => `<text:p>${xml(words).replaceAll('|', '<text:s text:c="1"/>')}</text:p>`).join('');
  return zip([
    { name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.text', store: true },
    { name: 'content.xml', bytes: `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>${body}</office:text></office:body></office:document-content>` },
  ]);
}

// pages: texts, a line each
export function pdf(pages, encryption = '') {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  for (const [i, words] of pages.entries()) {
    const drawn = `BT /F 12 Tf 72 720 Td (${words.replace(/[()\\]/g, '\\$&')}) Tj ET`;
    objects.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${5 + 2 * i} 0 R/Resources<</Font<</F 3 0 R>>>>>>`);
    objects.push(`<</Length ${drawn.length}>>\nstream\n${drawn}\nendstream`);
  }
  let made = '%PDF-1.4\n';
  const at = [];
  for (const [i, object] of objects.entries()) {
    at.push(made.length);
    made += `${i + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = made.length;
  made += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${at.map((each) => `${String(each).padStart(10, '0')} 00000 n \n`).join('')}`;
  made += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${encryption}>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(made, 'latin1');
}
// Says that it opens only with a password; what the marks hold does not matter.
export const encrypted_pdf = (pages) =>
  pdf(pages, `/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>`);

// What Word writes when a document is saved with a password, and wrote before 2007: the beginning is enough.
export const old_office = () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]);

export const utf16 = (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
