// Trials that stand in tests/copies: each part there is one here, with its figures.
import { execFile } from 'node:child_process';
import { program } from '../browser/server.mjs';

const rounds_short = 5;
const rounds_long = 100;

export const trial_of = (part) => ({ long, say }) => new Promise((done) => {
  const words = ['tests/copies/run.mjs', part, '--rounds', String(long ? rounds_long : rounds_short), '--program', program];
  execFile(process.execPath, words, (fault, said, complaints) => {
    if (fault) say(said + complaints);
    const figures = said.split('\n').filter((line) => line.startsWith('      ')).map((line) => line.trim());
    done({ kept: !fault, figures: figures.join('; ') });
  });
});
