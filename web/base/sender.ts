// Who sends what was written, and until when. Words may have waited for the line, and by then another may sit at
// this device: the server refuses what is not of whoever is signed in (src/app/gate.cpp).
export const writer_header = 'Kith-Writer';

// Shorter than the server remembers what was done under a key (done_once_kept in src/app/once.hpp): what has waited
// longer might arrive twice, so it is not sent by itself any more.
export const sent_within_ms = 48 * 3600 * 1000;
export const too_late = 'This has waited for too long. Look whether it is there already, and send it again if it is not.';

// Who is signed in here now, if anybody; nothing where the server cannot be asked just now.
export async function who_sits_here(): Promise<{ person?: string } | undefined> {
  const answer = await fetch('/session/device', { headers: { Accept: 'application/json' }, cache: 'no-store' }).catch(() => undefined);
  if (answer?.status === 401) return {};
  return answer?.ok ? await answer.json().catch(() => undefined) as { person: string } | undefined : undefined;
}
