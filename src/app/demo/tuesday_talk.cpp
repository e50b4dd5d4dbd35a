// What is said in "Tuesday circle". Invented, like everyone in it. The form is explained in material.hpp.
#include "app/demo/material.hpp"

namespace kith::app::demo {

std::string_view const tuesday_talk = R"kith(
=== Supervision | marigold | asks
How do you get back to the reflective half of supervision when it has turned into a list of dates?

Mine has been task after task for three months. My supervisor is kind and as squeezed as I am, and we both leave with a tick in a box. I notice I've stopped bringing the things that actually keep me awake.
--- tobias
I wrote "ten minutes for one feeling" at the top of the agenda and sent it the day before. It felt silly. It worked, because neither of us had to be the one to raise it in the room.
--- hattie
We swapped the order. Reflection first, dates after. The dates always get done; they have a way of shouting.
--- beatrix
If it helps, say exactly what you wrote here: "I have stopped bringing the things that keep me awake." I would want to hear that sentence from someone I supervise.
--- marigold
Thank you. I've put it first on Thursday's agenda, in those words, before I can lose my nerve.
--- gideon
Do come back and tell us. I am quietly hoping to copy you.

=== Endings | edwin | says
Closed a piece of work this week that has been part of my Mondays for nearly two years. It went well. Everyone said so. I drove home and felt flat, as if I had lost something and had no right to say so.

We plan endings so carefully for other people and then give ourselves no ending at all.
--- delphine
Speaking as someone who has been on the other side of it: I have wondered, more than once, whether the worker minded. It is good to know that you do.
--- hattie
I keep a plain notebook. One line for each piece of work that ends: what I learned, and "thank you". No details at all, nothing anyone else could make sense of. It is my ending.
--- cosmo
A slow walk round the block before the next thing goes in the diary. Even fifteen minutes. Otherwise the next one starts in the chair that is still warm.
--- edwin quoting 2
I like this very much. I bought a notebook at lunch.

=== Court and reports | jonah | asks
First time giving evidence next month. My report is done and checked. It is the bit in the box that I dream about.

What do you wish somebody had told you? Not the law, I have good people for that. The being-a-person-in-there part.
--- tobias
Ask to see the room beforehand. Nearly always possible. Half the fear is not knowing which door.
--- gideon
Turn your feet to the bench. If your feet point there, you answer there, and the pace slows down by itself.
--- beatrix
"I don't know" is a complete sentence. So is "may I look at my report". Nobody has ever thought less of me for either.
--- marigold
Plan the hour afterwards. Not work. I went straight into a meeting after my first, and could not have told you a word that was said in it.
--- cosmo
And the night before: read it through once, early evening, then shut it. You will not learn anything at midnight.
--- jonah
I feel about four inches taller. Door, feet, "I don't know", walk. Thank you, all of you.

=== Working together | cosmo | says
A small thing that went right. I had a professionals' meeting that I was dreading, with a colleague from another agency who (I had decided) did not like me. I rang the day before and asked: "what are you most worried about?"

Turned out we were worried about the same thing and had been arguing about the order.
--- tobias
"Arguing about the order" is going on my wall.
--- hattie
It is so often the phone. E-mail gives everybody a worse voice than they have.
--- edwin
I'd like to add: it took courage to ring. Well done.

=== Ethics | beatrix | asks
Where do you put the discomfort when you have done the right thing by the threshold, and still believe that somebody needed more than they got?

I am not looking for the procedure. I have followed it and recorded my view, and my manager knows it. It's the part that stays with me on the bus.
--- gideon
I have come to think the discomfort is part of doing it honestly. I would worry about us if it went. That does not make the bus any shorter.
--- delphine
People can tell, you know. When a worker says "this is what I can do, and I know that it isn't all you need", it lands very differently from "you don't meet the criteria".
--- marigold
I say it aloud to one person and ask them not to fix it. My old practice teacher called it "having it witnessed".
--- tobias
Also worth counting: our team kept a tally of "needed more than we could give", nothing about anyone, just a mark on a sheet, and took three months of it to the service manager. It did not change the threshold. It did change the conversation.
--- beatrix quoting 4
We could do that. I'd find it easier to carry if it was going somewhere.
--- hattie
Witnessed, from here.

=== Supervision | gideon | says
Peer supervision, fourth session: a note on what has worked for us, since somebody asked.

1. One person brings one question about **their own practice**. Not a situation, a question.
2. Ten minutes of telling, and nobody interrupts.
3. Five minutes of only questions.
4. Then what we noticed in ourselves while we listened. This is the part that surprises.
5. The person says what they take along. Nobody else has the last word.

We keep nothing in writing apart from the date.
--- ines
Number four is the one to protect. Groups skip it as soon as time is short.
--- hattie
Do you take turns by rota or by need?
--- gideon quoting 2
Rota, with swaps. When it was by need, the same two of us never needed anything, which turned out to be a finding.
--- edwin
Ha. Noted, and slightly stung.

=== Working together | hattie | asks
What do you say when a colleague from another profession calls someone "difficult" in a meeting? I want to put it right without making the next hour about tone.
--- cosmo
"Difficult for whom, at which time of day?" said lightly. Often the answer is useful, and the word goes away.
--- delphine
Thank you for asking this one. I have been "difficult" on paper. It meant that I had asked twice.
--- marigold
I describe instead: "she has asked three times for a date and hasn't had one". No telling off, and the minute-taker writes that down in place of the word.
--- hattie
These are all usable tomorrow, which is when I need them.

=== Endings | tobias | says
I am leaving my team at the end of next month. It's a good move and I chose it. I have told my manager and, as of tonight, you.

What I did not expect is the guilt: as though I were walking away in the middle of a sentence.
--- beatrix
You are handing the sentence on. You have always written legibly.
--- edwin
Congratulations, and I'm sorry, and both are true. When I left my last team I wrote a handover as if for somebody I loved. It used up a good deal of the guilt.
--- gideon
You will stay in this circle, I hope. Moving job is not moving away.
--- tobias
I would like that very much. Thank you for making room for both halves.

=== Court and reports | marigold | says
On writing reports that the person in them could read aloud to a friend.

I have started reading mine out loud before they go. Anything I would not say to someone's face comes out, or is said in a way I *could* say. They've got shorter. Nobody has complained that they got weaker.
--- delphine
I can't tell you what it would have meant to me, years ago, to read something about myself that sounded as if the writer had liked me a little.
--- cosmo
Do you find it changes the analysis, or only the words?
--- marigold quoting 2
The analysis. If I can't say a sentence aloud, it is usually because I have not done the thinking that belongs under it.
--- jonah
Stealing this for my next one. Reading to the cat first.
--- hattie
Cats are strict about the passive voice.

=== Ethics | cosmo | asks
Has anyone found a good way to talk with their team about using automatic note-taking? We are being offered it. I can see the hours it would save. I can also see a room in which people choose their words because a machine is listening.

Interested in how you got a proper conversation about it rather than a vote.
--- tobias
We asked the people we work with first. A few were relieved ("you'd look at me and not the laptop"), a few said never, and that alone showed us that it has to be a real question each time.
--- ines
Three questions on a flipchart: what would we gain, who carries the risk, how would we notice that it was going wrong? The third was the one nobody could answer, so we are waiting until somebody can.
--- beatrix
Ask where it is kept, for how long, and who else may read it. If nobody in the room knows, that is the answer for now.

=== Supervision | jonah | asks
How honest are you about feelings in supervision when your supervisor also does your appraisal?

I like mine. I still hear myself choosing the tidy version.
--- marigold
I named it once: "there are two of you in that chair and I want to talk to one of them." We laughed, and then agreed which parts are not written down in more than a line.
--- edwin
A tidy version is better than none. And you have here, and a mentor perhaps, for the untidy one.
--- hattie
I supervise as well. I would rather have the untidy one. I can't help with what I have not heard. But I know it is my job to make that safe, not yours to be brave.
--- jonah quoting 3
I hadn't thought of it as her job. That shifts something.

=== Working together | edwin | says
Praise for duty workers everywhere. I covered a day this week for the first time in years. By four o'clock I had spoken with thirty people, and I'm not sure that I finished a single sentence, including this
--- gideon
The last line made me laugh out loud on a very quiet bus.
--- beatrix
And then at five past four it goes properly mad.
--- cosmo
Thank you on behalf of. It's nice to be seen from the planned side of the office.

=== Ethics | hattie | says
Thinking about kindness and firmness, and how I was taught they sit at two ends of something. The firmest conversation I had this year was also the kindest. I said a hard thing slowly, with the kettle on, and stayed for what came after.

I think what I was really taught was speed.
--- delphine
"Stayed for what came after." That is the whole of it, for me.
--- marigold
I will be thinking about this one all week. Speed is the thing we are never asked about.
--- tobias
It is also what I'd want to say to students: the pause is not you failing to know what comes next.

=== Court and reports | beatrix | asks
Does anybody have a way of keeping chronologies alive rather than rebuilding one in a panic every time? Habits, rather than software.
--- cosmo
Friday, half past three, fifteen minutes, one line for each thing that changed. I protect it as if it were a meeting with somebody important.
--- edwin
I write the line straight after the note, while I still know why it mattered. "Why it mattered" is a column of its own.
--- ines
I teach exactly that column. Events without a why are only a list.

=== Working together | delphine | says
Something from my side of the table. I sat on an interview panel this week as the person with lived experience. I had braced myself to be the guest chair. I wasn't. They asked for my scores first.

It's a small thing. It is not a small thing.
--- tobias
It's not a small thing at all. Who thought of going in that order?
--- delphine quoting 1
The most junior person on the panel. I told her so afterwards.
--- hattie
Taking this to our next round. Thank you for writing it down.
--- beatrix
This made my evening.

=== Supervision | cosmo | asks
Tuesday's session ran over again and I think we are all too polite to say. Would anyone mind a timekeeper, taking turns?
--- gideon
Please. I'd happily go first.
--- marigold
Yes, and thank you for saying it. Ten minutes before the end, out loud, so that the person whose question it is gets the closing words.

=== Endings | hattie | asks
A long-standing colleague retired on Friday, and I said a few words and was cheerful. On Monday I caught myself walking to her desk. How long does that go on, do you suppose?
)kith";

}  // namespace kith::app::demo
