// Pictures for the tests of pictures, drawn here: nobody was photographed. The face is a few ovals, and enough of
// one that the detector takes it for a face.

// Runs in the page: answers a PNG or JPEG as a data address.
// `grain`: so many rows at the foot are without order, so that the file is as large as that of a photograph.
export function draw({ width, height, faces, grain = 0, type = 'image/jpeg' }) {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const brush = canvas.getContext('2d');
  brush.fillStyle = '#7a93a8';
  brush.fillRect(0, 0, width, height);
  const noise = brush.createImageData(width, Math.max(grain, 1));
  for (let at = 0, seed = 1; at < noise.data.length; ++at) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    noise.data[at] = at % 4 === 3 ? 255 : Math.floor(seed / 65_536) % 256;
  }
  if (grain > 0) brush.putImageData(noise, 0, height - grain);
  const oval = (colour, x, y, across, down) => {
    brush.fillStyle = colour;
    brush.beginPath();
    brush.ellipse(x, y, across, down, 0, 0, 7);
    brush.fill();
  };
  const face = (left, top, size) => {
    const x = (part) => left + size * part;
    const y = (part) => top + size * part;
    const skin = brush.createRadialGradient(x(0.45), y(0.42), size * 0.05, x(0.5), y(0.5), size * 0.33);
    skin.addColorStop(0, '#f0c8a8');
    skin.addColorStop(1, '#c08a68');
    oval('#3a2a20', x(0.5), y(0.42), size * 0.26, size * 0.3);
    oval(skin, x(0.5), y(0.5), size * 0.21, size * 0.28);
    for (const side of [0.415, 0.585]) {
      oval('#ffffff', x(side), y(0.45), size * 0.04, size * 0.02);
      oval('#222222', x(side), y(0.45), size * 0.019, size * 0.019);
      brush.strokeStyle = '#3a2a20';
      brush.lineWidth = size * 0.014;
      brush.beginPath();
      brush.arc(x(side), y(0.46), size * 0.06, Math.PI * 1.2, Math.PI * 1.8);
      brush.stroke();
    }
    brush.strokeStyle = '#8a5a40';
    brush.lineWidth = size * 0.012;
    brush.beginPath();
    brush.moveTo(x(0.5), y(0.47));
    brush.lineTo(x(0.485), y(0.56));
    brush.lineTo(x(0.515), y(0.565));
    brush.stroke();
    oval('#a03c3c', x(0.5), y(0.645), size * 0.07, size * 0.02);
  };
  for (const [left, top, size] of faces) face(left, top, size);
  return canvas.toDataURL(type, 0.95);
}

export const bytes_of = (address) => Buffer.from(address.split(',')[1], 'base64');

// Runs in the page: the pixels of a picture, as it would be shown, at a width of one's own.
export async function pixels_of([address, wanted]) {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const width = wanted ?? picture.naturalWidth;
  const height = Math.round((picture.naturalHeight * width) / picture.naturalWidth);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const brush = canvas.getContext('2d');
  brush.drawImage(picture, 0, 0, width, height);
  const { data } = brush.getImageData(0, 0, width, height);
  let text = '';
  for (let start = 0; start < data.length; start += 8192) text += String.fromCharCode(...data.subarray(start, start + 8192));
  return { width, height, pixels: btoa(text) };
}

// What a camera writes into a JPEG, put behind its first marker: that it lies on its side (Exif, orientation 6), and words.
export function with_camera_data(jpeg, words) {
  const entries = Buffer.alloc(2 + 2 * 12 + 4);
  entries.writeUInt16LE(2, 0);
  const put = (at, tag, type, count, value) => {
    entries.writeUInt16LE(tag, at);
    entries.writeUInt16LE(type, at + 2);
    entries.writeUInt32LE(count, at + 4);
    entries.writeUInt32LE(value, at + 8);
  };
  put(2, 0x010e, 2, words.length + 1, 8 + entries.length);
  put(14, 0x0112, 3, 1, 6);
  const data = Buffer.concat([Buffer.from('Exif\0\0II*\0\x08\0\0\0', 'latin1'), entries, Buffer.from(`${words}\0`, 'latin1')]);
  const head = Buffer.from([0xff, 0xe1, (data.length + 2) >> 8, (data.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}
