// From the start of the program to the first page that a member gets.
import { as, serve } from './place.mjs';
import { ask_for } from './servers.mjs';
import { median } from './wrk.mjs';

export async function measure_start(place, path, person, { rounds }) {
  const times = [];
  let memory_mb = 0;
  for (let round = 0; round < rounds; round += 1) {
    const before = performance.now();
    const server = await serve(place);
    await ask_for(200, server.url + path, { headers: as(person) });
    times.push(performance.now() - before);
    memory_mb = server.memory_mb();
    await server.stop();
  }
  return { ms: median(times), memory_mb };
}
