// What people do in Kith, by the words that they see. Each function begins wherever its page is and
// ends when the page says that it is done.
import assert from 'node:assert/strict';

const button = (page, name) => page.getByRole('button', { name });
const link = (page, name) => page.getByRole('link', { name });
const heading = (page, name) => page.getByRole('heading', { name });

async function fill_in_myself(page, person) {
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('In which capacity do you come?').selectOption({ label: person.capacity });
  await page.getByLabel('Choose a password').fill(person.password);
}

export async function open_place(page, host_link, host, place, group) {
  await page.goto(host_link);
  await page.getByLabel('Name of the place').fill(place);
  await fill_in_myself(page, host);
  await page.getByLabel('Name of the group').fill(group);
  await page.getByLabel('What newcomers are told before they decide').fill('We meet each week and write in between.');
  await page.getByRole('radio').first().check();
  await button(page, 'Open the place').click();
  await page.getByText(group).first().waitFor();
}

export async function go_to_group(page, group) {
  await page.goto('/groups');
  await page.getByRole('main').getByRole('link', { name: group }).click();
  await heading(page, group).waitFor();
}

const room = (page, name) => page.getByRole('main').getByRole('navigation').getByRole('link', { name, exact: true }).first();

export async function set_up_group(page, group, { questions, vouches, topic }) {
  await go_to_group(page, group);
  await room(page, 'For facilitators').click();
  await page.getByLabel('Questions to newcomers').fill(questions.join('\n'));
  await page.getByLabel('How many members must know a newcomer in real life?').fill(String(vouches));
  await button(page, 'Save the settings').click();
  await page.waitForLoadState();
  await go_to_group(page, group);
  await room(page, 'For facilitators').click();
  assert.equal(await page.getByLabel('How many members must know a newcomer in real life?').inputValue(), String(vouches));
  if (!topic) return;
  await page.getByLabel('A new topic').fill(topic);
  await button(page, 'Add the topic').click();
  await page.getByText(topic, { exact: true }).first().waitFor();
}

// Answers the link and the code, which are shown this once.
export async function invite(page, group, how_known) {
  await go_to_group(page, group);
  await room(page, 'Members').click();
  await link(page, 'Invite someone').click();
  await page.getByLabel('How do you know this person in real life?').fill(how_known);
  await button(page, 'Make the invitation').click();
  await heading(page, 'Your invitation').waitFor();
  const address = await page.getByLabel('Link for one person').inputValue();
  const text = await page.getByRole('region', { name: 'Your invitation' }).innerText();
  const code = text.match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/)?.[0];
  assert.ok(code, `a short code is shown: ${text}`);
  assert.match(address, /\/invitation#[\w-]{16,}$/, 'the token stands after the #');
  return { address, code };
}

export async function sign_up(page, person) {
  await heading(page, 'Make your account').waitFor();
  await fill_in_myself(page, person);
  await button(page, 'Make my account').click();
  await heading(page, 'What the group tells you').waitFor();
}

export async function type_code(page, code) {
  await page.goto('/');
  await link(page, 'I have an invitation').click();
  await page.getByLabel('Your code').fill(code);
  await button(page, 'Go on').click();
}

export async function ask_to_join(page, questions) {
  assert.equal(await page.getByRole('region', { name: 'Twelve questions to consider' }).getByRole('listitem').count(), 12);
  for (const question of questions) await page.getByLabel(question).fill(`About "${question}": I would like company.`);
  await page.getByLabel('I have read the agreement and accept it').check();
  await button(page, 'Ask to join').click();
  await heading(page, 'Waiting').waitFor();
}

async function meet(page, group, newcomer) {
  await go_to_group(page, group);
  await room(page, 'Members').click();
  await link(page, /^Newcomers/).click();
  await link(page, newcomer.name).click();
  await heading(page, newcomer.name).waitFor();
}

export async function vouch(page, group, newcomer) {
  await meet(page, group, newcomer);
  assert.equal(await button(page, `Admit ${newcomer.name}`).count(), 0, 'nobody is admitted before enough know them');
  await page.getByLabel(`How do you know ${newcomer.name} in real life?`).fill('We shared an office.');
  await button(page, `I know ${newcomer.name}`).click();
  await page.getByText(`You have given your word for ${newcomer.name}.`).waitFor();
}

export async function admit(page, group, newcomer) {
  await meet(page, group, newcomer);
  await button(page, `Admit ${newcomer.name}`).click();
  await page.waitForLoadState();
  await go_to_group(page, group);
  await room(page, 'Members').click();
  await page.getByRole('listitem').filter({ hasText: newcomer.name }).filter({ hasText: 'here since' }).waitFor();
}

export async function make_facilitator(page, group, member) {
  await go_to_group(page, group);
  await room(page, 'Members').click();
  await button(page, new RegExp(`^Make facilitator.*${member.name}`)).click();
  await page.getByRole('listitem').filter({ hasText: member.name }).filter({ hasText: 'Facilitator' }).waitFor();
}

// Answers where the post is.
export async function post(page, group, words, { topic, wants_answer = false } = {}) {
  await go_to_group(page, group);
  await page.getByLabel('What is on your mind?').fill(words);
  if (topic) await page.getByLabel('Topic', { exact: true }).selectOption({ label: topic });
  if (wants_answer) await page.getByLabel('I would like an answer').check();
  assert.match(await page.locator('form').filter({ hasText: 'What is on your mind?' }).innerText(), /will see this|will read this/, 'who will see this stands over the button');
  await button(page, `Post to ${group}`).click();
  await page.getByRole('article').getByText(words).waitFor();
  return new URL(page.url()).pathname;
}

export async function comment(page, thread, words) {
  await page.goto(thread);
  await page.getByLabel('Your answer').fill(words);
  await button(page, /^Answer /).click();
  await page.getByRole('listitem').getByText(words).waitFor();
}

export async function edit(page, thread, words) {
  await page.goto(thread);
  await page.getByRole('article').getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Your words').fill(words);
  await button(page, 'Keep the change').click();
  await page.getByRole('article').getByText(words).waitFor();
}

export async function read_history(page, thread) {
  await page.goto(thread);
  await page.getByRole('article').getByRole('link', { name: 'changed' }).click();
  await heading(page, 'What this post said before').waitFor();
  return page.getByRole('main').innerText();
}

export async function withdraw(page, thread) {
  await page.goto(thread);
  await page.getByRole('article').getByRole('link', { name: 'Take back' }).click();
  await heading(page, 'This cannot be undone').waitFor();
  await button(page, 'Take it back').click();
  await page.getByText(/Taken back/).first().waitFor();
}

export async function support(page, thread, words) {
  await page.goto(thread);
  const one = page.getByRole('article').getByRole('button', { name: words });
  await one.click();
  await page.getByRole('article').getByRole('button', { name: words, pressed: true }).waitFor();
}

export async function report(page, thread, reason) {
  await page.goto(thread);
  await page.getByRole('article').getByRole('link', { name: 'Report' }).click();
  await page.getByLabel('What worries you?').fill(reason);
  await button(page, 'Send the report').click();
  await button(page, 'Send the report').waitFor({ state: 'detached' });
  await page.goto(thread);
  await page.getByRole('article').getByRole('link', { name: 'Report' }).click();
  await page.getByText('You have reported this post.').waitFor();
}

export async function read_reports(page, group) {
  await go_to_group(page, group);
  await room(page, 'For facilitators').click();
  await page.getByRole('main').getByRole('link', { name: 'Reports' }).click();
  await heading(page, 'Reports').waitFor();
  return page.getByRole('main').innerText();
}

export async function hide(page, thread, reason) {
  await page.goto(thread);
  await page.getByRole('article').getByRole('link', { name: 'Hide' }).click();
  await page.getByLabel('Why?').fill(reason);
  await button(page, 'Hide it').click();
  await page.waitForURL((address) => !address.pathname.endsWith('/hide'));
}

export async function read_log(page, group) {
  await go_to_group(page, group);
  await room(page, 'Log').click();
  await heading(page, 'What facilitators did').waitFor();
  return page.getByRole('main').innerText();
}

export async function read_notices(page) {
  await page.goto('/groups');
  await page.getByRole('navigation', { name: 'Kith' }).getByRole('link', { name: /^Notices/ }).click();
  await heading(page, 'Notices').waitFor();
  return page.getByRole('main').innerText();
}

async function go_to_me(page, part) {
  await page.goto('/groups');
  await page.getByRole('navigation', { name: 'Kith' }).getByRole('link', { name: 'Me', exact: true }).click();
  await page.getByRole('navigation', { name: 'Me', exact: true }).getByRole('link', { name: part }).click();
}

export async function end_other_session(page) {
  await go_to_me(page, /signed in/i);
  await heading(page, 'Where I am signed in').waitFor();
  await button(page, /^End this one/).first().click();
  await page.waitForLoadState();
}

// Answers what the two files hold.
export async function take_my_data(page) {
  await go_to_me(page, /data/i);
  const files = {};
  for (const [name, words] of [['html', 'Take it to read'], ['json', /^Take it for a program/]]) {
    const [download] = await Promise.all([page.waitForEvent('download'), link(page, words).click()]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    files[name] = Buffer.concat(chunks).toString('utf8');
  }
  return files;
}

export async function delete_account(page, person) {
  await go_to_me(page, /data/i);
  await link(page, 'Delete my account').click();
  await page.getByLabel(/It stays, without my name/).check();
  // Who has shown a moment ago that it is them is not asked again.
  const password = page.getByLabel('Your password');
  if (await password.count() > 0) await password.fill(person.password);
  await button(page, 'Delete my account').click();
  await page.waitForURL((address) => !address.pathname.startsWith('/me'));
}
