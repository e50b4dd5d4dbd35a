// An invitation's token stands after the # of its link, where no server and no preview sees it. It goes
// into the form, and out of the address bar and the history.
export class Invitation {
  constructor(form: HTMLElement) {
    const code = form.querySelector<HTMLInputElement>('input[name=code]');
    const token = location.hash.slice(1);
    if (!code || !/^[\w-]{8,128}$/.test(token)) return;
    code.value = token;
    history.replaceState(null, '', location.pathname + location.search);
  }
}
