// A picture on this device: opened, made no larger than it will be kept, blurred in places, and written anew,
// which leaves behind what cameras write into files (where, when, with which device).
import { soften, type Area } from './soften';

const longer_side_max = 2160;
const quality = 0.86;

// As parts of the picture's width and height.
export type Part = Area;

function brush_of(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (!brush) throw new Error('no canvas');
  return brush;
}

function blank(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

// Some browsers answer noise when a page reads what it has drawn. Then nothing can be blurred here.
function reads_truly(): boolean {
  const canvas = blank(2, 1);
  const brush = brush_of(canvas);
  brush.fillStyle = '#204060';
  brush.fillRect(0, 0, 1, 1);
  brush.fillStyle = '#c08040';
  brush.fillRect(1, 0, 1, 1);
  return brush.getImageData(0, 0, 2, 1).data.join() === [0x20, 0x40, 0x60, 255, 0xc0, 0x80, 0x40, 255].join();
}

export class Picture {
  private constructor(private readonly original: HTMLCanvasElement, readonly shown: HTMLCanvasElement) {}

  // Nothing when this browser cannot open it or may not change it.
  static async open(file: Blob): Promise<Picture | undefined> {
    try {
      if (!reads_truly()) return undefined;
      const bitmap = await createImageBitmap(file);
      const scale = Math.min(1, longer_side_max / Math.max(bitmap.width, bitmap.height));
      const [width, height] = [Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale))];
      const original = blank(width, height);
      const brush = brush_of(original);
      brush.fillStyle = '#ffffff';
      brush.fillRect(0, 0, width, height);
      brush.imageSmoothingQuality = 'high';
      brush.drawImage(bitmap, 0, 0, width, height);
      bitmap.close();
      const picture = new Picture(original, blank(width, height));
      picture.blur([]);
      return picture;
    } catch {
      return undefined;
    }
  }

  get width(): number {
    return this.original.width;
  }

  get height(): number {
    return this.original.height;
  }

  // To be looked at for faces.
  get untouched(): HTMLCanvasElement {
    return this.original;
  }

  // What is shown, and what will be sent: the picture with these places blurred.
  blur(parts: Part[]): void {
    const brush = brush_of(this.shown);
    brush.drawImage(this.original, 0, 0);
    for (const part of parts) {
      const left = Math.max(0, Math.floor(part.x * this.width));
      const top = Math.max(0, Math.floor(part.y * this.height));
      const width = Math.min(this.width, Math.ceil((part.x + part.width) * this.width)) - left;
      const height = Math.min(this.height, Math.ceil((part.y + part.height) * this.height)) - top;
      if (width < 1 || height < 1) continue;
      const place = brush.getImageData(left, top, width, height);
      soften(place.data, width, height);
      brush.putImageData(place, left, top);
    }
  }

  async bytes(): Promise<Blob> {
    const blob = await new Promise<Blob | null>((done) => this.shown.toBlob(done, 'image/jpeg', quality));
    if (!blob) throw new Error('the picture could not be written');
    return blob;
  }
}
