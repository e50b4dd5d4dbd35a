// What a composer says when its words have not gone.
import { too_late } from '../../base/sender';
import type { Trouble } from './sending';

export const trouble_words: Record<Trouble, string> = {
  'no line': 'No connection. Your words are kept. Trying again.',
  'no answer': 'No connection. Your words are kept. They may have arrived already. Trying again.',
  'busy server': 'The server is busy. Your words are kept. Trying again.',
};

export const kept_words = {
  'not here': 'This could not be sent: it is not here any more, or not for you. Your words are still here. Copy what you want to keep.',
  'too late': `${too_late} Your words are still here.`,
  'another sits here': 'This was not sent: somebody else is signed in here now. Your words are still here. Sign in again to send them.',
};
