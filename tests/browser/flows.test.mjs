// From an empty place to a group that talks, as people do it: once with scripts and once without.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { open_browser, open_context, Scripts, sign_in, until } from './browser.mjs';
import * as deeds from './deeds.mjs';
import { start_empty } from './server.mjs';

const group = 'Tuesday Group';
const questions = ['What brings you here?'];
const person = (name, capacity) => ({ name, capacity, email: `${name.split(' ')[0].toLowerCase()}@example.org`, password: 'three plain words' });

let browser;
before(async () => { browser = await open_browser(); });
after(async () => browser?.close());

for (const scripts of Object.values(Scripts)) {
  describe(`a group from its beginning, ${scripts}`, () => {
    const ada = person('Ada Okafor', 'Manager'), ben = person('Ben Hale', 'Practitioner'), cleo = person('Cleo Marsh', 'Student');
    const at = new Map();  // person -> { page, ear, context }
    let server, thread, invitation, broken;

    // Each step stands on those before it.
    const step = (words, what) => test(words, async (context) => {
      if (broken) return context.skip(`stands on what failed: ${broken}`);
      try {
        await what();
      } catch (fault) {
        broken = words;
        throw fault;
      }
    });

    const newcomer_at = async (who) => {
      const { context, ear } = await open_context(browser, server.origin, { scripts });
      at.set(who, { context, ear, page: await context.newPage() });
      return at.get(who).page;
    };
    const page_of = (who) => at.get(who).page;

    before(async () => { server = await start_empty(); });
    after(async () => {
      for (const { context } of at.values()) await context.close();
      await server?.close();
    });

    step('the first visitor by the link becomes the host, and the link works once', async () => {
      await deeds.open_place(await newcomer_at(ada), server.host_link, ada, 'Bridge Street', group);
      const { context } = await open_context(browser, server.origin, { scripts });
      const page = await context.newPage();
      const answer = await page.goto(server.host_link);
      assert.equal(answer.status(), 404);
      await context.close();
    });

    step('a second person comes by a short code', async () => {
      await deeds.set_up_group(page_of(ada), group, { questions, vouches: 1, topic: 'Court work' });
      const { code } = await deeds.invite(page_of(ada), group, 'We have worked in one team for six years.');
      const page = await newcomer_at(ben);
      await page.goto('/invitation');
      const landing = await page.locator('body').innerText();
      assert.ok(!landing.includes(group) && !landing.includes(ada.name) && !landing.includes('Bridge Street'), 'the landing page names nothing');
      await deeds.type_code(page, code);
      await deeds.sign_up(page, ben);
      await deeds.ask_to_join(page, questions);
      await deeds.admit(page_of(ada), group, ben);
      await deeds.make_facilitator(page_of(ada), group, ben);
      await deeds.set_up_group(page_of(ada), group, { questions, vouches: 2 });
    });

    step('a third comes by a link, whose token no server sees', async () => {
      invitation = await deeds.invite(page_of(ben), group, 'I taught her on placement.');
      const page = await newcomer_at(cleo);
      const token = new URL(invitation.address).hash.slice(1);
      if (scripts === Scripts.on) {
        await page.goto(invitation.address);
        await until(async () => (await page.getByLabel('Your code').inputValue()) === token, 'the token is in the form');
        assert.equal(page.url(), `${server.origin}/invitation`, 'it is out of the address bar');
        await page.getByRole('button', { name: 'Go on' }).click();
      } else {
        await deeds.type_code(page, invitation.code);
      }
      await deeds.sign_up(page, cleo);
      await page.reload();
      await page.getByRole('heading', { name: 'What the group tells you' }).waitFor();
      await deeds.ask_to_join(page, questions);
      for (const { ear } of at.values()) assert.ok(!ear.requests.some((address) => address.includes(token)), 'no request names the token');
    });

    step('the used invitation opens nothing any more', async () => {
      const { context, ear } = await open_context(browser, server.origin, { scripts });
      ear.expect(/422/);
      const page = await context.newPage();
      await deeds.type_code(page, invitation.code);
      await page.getByRole('alert').waitFor();
      assert.equal(await page.getByRole('heading', { name: 'Make your account' }).count(), 0);
      await context.close();
    });

    step('two who know her give their word, and a facilitator admits her', async () => {
      assert.match(await page_of(cleo).getByRole('main').innerText(), /1 of 2/);
      await deeds.vouch(page_of(ada), group, cleo);
      await deeds.admit(page_of(ben), group, cleo);
      await deeds.go_to_group(page_of(cleo), group);
      await page_of(cleo).getByText('It is not supervision, not a record').first().waitFor();
    });

    step('they post, answer, change and read what it said before', async () => {
      thread = await deeds.post(page_of(cleo), group, 'First court report next week. What helped you?', { topic: 'Court work', wants_answer: true });
      await deeds.go_to_group(page_of(ada), group);
      await page_of(ada).getByRole('listitem').filter({ hasText: 'First court report' }).filter({ hasText: 'No answer yet' }).waitFor();
      await deeds.comment(page_of(ben), thread, 'Read it aloud to someone, @Cleo Marsh.');
      await deeds.edit(page_of(cleo), thread, 'First court report on Thursday. What helped you?');
      const before_it = await deeds.read_history(page_of(ada), thread);
      assert.match(before_it, /First court report next week/);
      assert.match(before_it, /First court report on Thursday/);
    });

    step('a word of support is seen by the author with names, and by nobody as a number', async () => {
      await deeds.support(page_of(ada), thread, 'Been there');
      await page_of(cleo).goto(thread);
      assert.match(await page_of(cleo).getByRole('article').innerText(), /Ada Okafor/);
      await page_of(ben).goto(thread);
      assert.doesNotMatch(await page_of(ben).getByRole('article').innerText(), /Ada Okafor/);
      await page_of(ada).goto(thread);
      await page_of(ada).getByRole('article').getByRole('button', { name: 'Been there', pressed: true }).click();
      await page_of(ada).getByRole('article').getByRole('button', { name: 'Been there', pressed: false }).waitFor();
    });

    step('notices tell of answers and mentions, never what was said', async () => {
      const notices = await deeds.read_notices(page_of(cleo));
      assert.match(notices, /You were mentioned in Tuesday Group/);
      assert.match(notices, /Someone stands with you in Tuesday Group/);
      assert.doesNotMatch(notices, /aloud|court report/);
      await page_of(cleo).getByRole('main').getByRole('link', { name: /You were mentioned/ }).click();
      await page_of(cleo).getByText('Read it aloud').first().waitFor();
    });

    step('a report goes round the facilitator it is about; another hides, and all can read why', async () => {
      const worrying = await deeds.post(page_of(ben), group, 'It was the family by the bakery.');
      await deeds.report(page_of(cleo), worrying, 'It could be one family.');
      assert.match(await deeds.read_notices(page_of(ada)), /A post in Tuesday Group was reported/);
      assert.doesNotMatch(await deeds.read_notices(page_of(ben)), /reported/);
      assert.match(await deeds.read_reports(page_of(ada), group), /It could be one family\./);
      assert.doesNotMatch(await deeds.read_reports(page_of(ben), group), /It could be one family\./);
      await deeds.hide(page_of(ada), worrying, 'Names a place.');
      await deeds.go_to_group(page_of(cleo), group);
      assert.equal(await page_of(cleo).getByText('the family by the bakery').count(), 0, 'members no longer see it');
      await page_of(cleo).goto(worrying);
      assert.equal(await page_of(cleo).getByText('the family by the bakery').count(), 0, 'by its address neither');
      const log = await deeds.read_log(page_of(cleo), group);
      assert.match(log, /Names a place\./);
      assert.match(log, /Ada Okafor/);
      assert.doesNotMatch(log, /bakery/);
    });

    step('what is taken back is gone for everyone', async () => {
      const mistake = await deeds.post(page_of(ben), group, 'I should not have written this.');
      await deeds.withdraw(page_of(ben), mistake);
      await page_of(ada).goto(mistake);
      assert.doesNotMatch(await page_of(ada).getByRole('main').innerText(), /should not have written/);
    });

    step('a session elsewhere can be ended from here', async () => {
      const { context } = await open_context(browser, server.origin, { scripts });
      const elsewhere = await context.newPage();
      await sign_in(elsewhere, cleo);
      await deeds.end_other_session(page_of(cleo));
      await elsewhere.goto('/groups');
      assert.equal(new URL(elsewhere.url()).pathname, '/session');
      await page_of(cleo).goto('/groups');
      await page_of(cleo).getByRole('heading', { name: 'Your groups' }).waitFor();
      await context.close();
    });

    step('everybody can take their data out and delete their account', async () => {
      const { html, json } = await deeds.take_my_data(page_of(cleo));
      assert.match(html, /First court report on Thursday/);
      assert.ok(JSON.stringify(JSON.parse(json)).includes('First court report on Thursday'));
      assert.ok(!html.includes('Read it aloud') && !json.includes('Read it aloud'), 'what others wrote is not in it');
      await deeds.delete_account(page_of(cleo), cleo);
      await page_of(ada).goto(thread);
      const left = await page_of(ada).getByRole('main').innerText();
      assert.match(left, /First court report on Thursday/);
      assert.doesNotMatch(left.replaceAll('@Cleo Marsh', ''), /Cleo Marsh/);
      const { context, ear } = await open_context(browser, server.origin, { scripts });
      ear.expect(/422|401|403/);
      const page = await context.newPage();
      await page.goto('/session');
      await page.getByLabel('E-mail address').fill(cleo.email);
      await page.getByLabel('Password').fill(cleo.password);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByRole('alert').waitFor();
      await context.close();
    });

    step('all this time nothing left the place and nothing was said in the console', () => {
      for (const { ear } of at.values()) ear.hears_nothing();
    });
  });
}
