// Finds what asks for behaviour by data-module and gives it. The page is whole before this has come.
import { Exit } from './components/navigation/exit';
import { Times } from './components/post/times';
import { Faults } from './components/field/faults';
import { Copy } from './components/field/copy';
import { Composer } from './components/composer/composer';
import { Forget } from './components/composer/forget';
import { Live } from './components/live/live';
import { Swap } from './components/live/swap';
import { Conversation } from './components/message/conversation';
import { Inbox } from './components/message/inbox';
import { Invitation } from './components/steps/invitation';
import { Device } from './app/notify_device';
import { Passkey } from './components/passkey/passkey';
import { begin_app } from './app/begin';

const modules: Record<string, new (element: HTMLElement) => unknown> = {
  exit: Exit,
  times: Times,
  faults: Faults,
  copy: Copy,
  composer: Composer,
  forget: Forget,
  live: Live,
  swap: Swap,
  conversation: Conversation,
  inbox: Inbox,
  invitation: Invitation,
  device: Device,
  passkey: Passkey,
};

export function start_modules(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-module]')) {
    for (const name of element.dataset.module?.split(' ') ?? []) {
      const Module = modules[name];
      if (Module) new Module(element);
    }
  }
}

start_modules(document);
begin_app();
