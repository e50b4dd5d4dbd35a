// Blurs so that nothing can be won back: of all that was in the place a handful of colours are left, each
// the mean of its part and rounded, and the place is filled with the smooth passage between them. What a
// blur of the usual kind mixes can be unmixed, and small squares still tell faces apart; this keeps too little for either.
export interface Area { x: number; y: number; width: number; height: number }

const cells_across = 4;
const cells_down_max = 6;
const colour_step = 8;
const bytes_of_pixel = 4;

function mean_of(pixels: Uint8ClampedArray, width: number, cell: Area): number[] {
  const sums = [0, 0, 0];
  for (let y = cell.y; y < cell.y + cell.height; ++y) {
    for (let x = cell.x; x < cell.x + cell.width; ++x) {
      for (let colour = 0; colour < 3; ++colour) sums[colour]! += pixels[(y * width + x) * bytes_of_pixel + colour]!;
    }
  }
  return sums.map((sum) => Math.round(sum / (cell.width * cell.height) / colour_step) * colour_step);
}

// Between which two cells a pixel lies, and how far along.
function between(pixel: number, pixels: number, cells: number): [number, number, number] {
  const place = Math.min(Math.max(((pixel + 0.5) / pixels) * cells - 0.5, 0), cells - 1);
  const before = Math.floor(place);
  return [before, Math.min(before + 1, cells - 1), place - before];
}

// All of `pixels`, which are those of the place alone: four bytes each, width × height.
export function soften(pixels: Uint8ClampedArray, width: number, height: number): void {
  const across = Math.min(cells_across, width);
  const down = Math.min(Math.max(Math.round((across * height) / width), 1), cells_down_max, height);
  const edge = (cell: number, cells: number, of: number) => Math.floor((cell * of) / cells);
  const means = Array.from({ length: across * down }, (_, cell) => {
    const [column, row] = [cell % across, Math.floor(cell / across)];
    const [x, y] = [edge(column, across, width), edge(row, down, height)];
    return mean_of(pixels, width, { x, y, width: edge(column + 1, across, width) - x, height: edge(row + 1, down, height) - y });
  });
  for (let y = 0; y < height; ++y) {
    const [above, below, lower] = between(y, height, down);
    for (let x = 0; x < width; ++x) {
      const [left, right, further] = between(x, width, across);
      for (let colour = 0; colour < 3; ++colour) {
        const of = (row: number, column: number) => means[row * across + column]![colour]!;
        const top = of(above, left) * (1 - further) + of(above, right) * further;
        const bottom = of(below, left) * (1 - further) + of(below, right) * further;
        pixels[(y * width + x) * bytes_of_pixel + colour] = top * (1 - lower) + bottom * lower;
      }
      pixels[(y * width + x) * bytes_of_pixel + 3] = 255;
    }
  }
}
