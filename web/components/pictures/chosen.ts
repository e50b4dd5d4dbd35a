// What kind of file was chosen, how much of a picture a found face takes, and what is said of it.
import type { Face } from '../../faces/messages';
import type { Part } from './picture';

export const file_bytes_max = 12 * 1024 * 1024;  // as the server has it, for what goes as it is
// The detector's box ends at the brow and the chin: hair and ears tell too. As parts of the box.
const beyond = { above: 0.4, beside: 0.2, below: 0.15 };

export const is_document = (file: File) => file.type === 'application/pdf' || /\.pdf$/i.test(file.name);
export const is_picture = (file: File) => file.type.startsWith('image/') || /\.(heic|heif|jpe?g|png|webp)$/i.test(file.name);

export function around({ x, y, width, height }: Face): Part {
  const [left, top] = [Math.max(0, x - width * beyond.beside), Math.max(0, y - height * beyond.above)];
  return { x: left, y: top, width: Math.min(1, x + width * (1 + beyond.beside)) - left, height: Math.min(1, y + height * (1 + beyond.below)) - top };
}

export function words_for(faces: number | undefined): string {
  if (faces === undefined) return 'Faces could not be looked for on this device. Tap the picture where you want a blur.';
  if (faces === 0) return 'We looked on your device and found no faces.';
  if (faces === 1) return 'We looked on your device and found 1 face. It is blurred. Tap it to leave it clear.';
  return `We looked on your device and found ${faces} faces. They are blurred. Tap one to leave it clear.`;
}
