// Figures on the authored texts, for Kith and for whoever else finds spans.
import { in_bytes, words_in } from './texts.mjs';

const overlap = (a, b) => a.start < b.end && b.start < a.end;
const share = (part, all) => (all === 0 ? 0 : part / all);

// `answers`: for each post its spans in bytes, with a kind where the system has one.
export function score_posts(posts, answers) {
  const figures = { direct: 0, direct_all: 0, quasi: 0, quasi_all: 0, harmless: 0, harmless_marked: 0, marks: 0, words: 0 };
  const missed = [], false_marks = [];
  posts.forEach((post, i) => {
    const found = answers[i];
    if (post.group === 'harmless') {
      figures.harmless += 1;
      figures.harmless_marked += found.length > 0;
      figures.marks += found.length;
      figures.words += words_in(post.text);
      for (const span of found) false_marks.push({ post, span });
      return;
    }
    for (const mark of post.marks) {
      const hit = found.some((span) => overlap(span, mark));
      figures[mark.kind] += hit;
      figures[`${mark.kind}_all`] += 1;
      if (!hit) missed.push({ post, mark });
    }
  });
  return {
    direct_found: share(figures.direct, figures.direct_all),
    quasi_found: share(figures.quasi, figures.quasi_all),
    harmless_marked: share(figures.harmless_marked, figures.harmless),
    marks_per_thousand_words: share(1000 * figures.marks, figures.words),
    counted: figures,
    missed,
    false_marks,
  };
}

// A pair is told apart when the first half gets any danger and the second none.
export function score_pairs(pairs, danger_of) {
  const apart = pairs.filter((pair) => danger_of(pair.risky.text) !== 'none' && danger_of(pair.safe.text) === 'none');
  return { apart: share(apart.length, pairs.length), quiet: pairs.filter((p) => danger_of(p.risky.text) === 'none').length,
    loud: pairs.filter((p) => danger_of(p.safe.text) !== 'none').length, all: pairs.length };
}

export function score_tone(cases, level_of) {
  const hurtful = cases.filter((each) => each.level !== 'none'), harmless = cases.filter((each) => each.level === 'none');
  return {
    seen: share(hurtful.filter((each) => level_of(each.text) !== 'none').length, hurtful.length),
    marked_wrongly: share(harmless.filter((each) => level_of(each.text) !== 'none').length, harmless.length),
  };
}

// One of the others on the same posts, with how long it took. Characters are turned into bytes beside the clock.
export async function answers_of(find, posts) {
  const spans = [];
  const begun = performance.now();
  for (const { text } of posts) spans.push(await find(text));
  const seconds = (performance.now() - begun) / 1000;
  return { answers: posts.map(({ text }, i) => in_bytes(text, spans[i].filter(({ start, end }) => end > start))), seconds };
}
