// What is said in "First year in practice". Invented, like everyone in it. The form is explained in material.hpp.
#include "app/demo/material.hpp"

namespace kith::app::demo {

std::string_view const first_year_talk = R"kith(
=== Getting started | ines | says
Welcome, all of you. This is a place for the year in which everything is the first time.

Nothing here is assessed and nothing goes to your employer. I will ask questions, bring the odd article, and otherwise keep out of your way. Start wherever you like: what has surprised you most so far?
--- fern
How much of it is waiting. For a call back, for a form, for a lift that works.
--- jonah
How kind people are to me on their worst day. I had not expected to be offered so much tea by people with every reason not to.
--- saffron
On placement: that nobody minds my questions. I had been saving them up so as not to look slow.
--- tobias
Ask them all now. In three years' time they'll ask *you*.

=== Confidence | fern | asks
When did you stop feeling that somebody was going to tap you on the shoulder and say there had been a mistake?

I passed everything. My manager says I'm doing well. And still, every time the phone goes with a number that I don't know, I think: this is it.
--- tobias
Somewhere in year three, and it comes back whenever I change jobs. I have begun to take it as a sign that I still notice how much it matters.
--- ines
I have been doing this for twenty-six years and I felt it last Wednesday. It gets quieter. It also gets more interesting.
--- jonah
I'm no help, I'm in the same queue. But it is better with two.
--- fern quoting 2
Last WEDNESDAY. I can't tell you how much that helps.
--- saffron
Following with great interest, from even further back in the queue.

=== Recording | jonah | asks
How long do your case notes take? Honest numbers please. I am spending more time on writing than on the thing I am writing about, and I know that's wrong, and I can't seem to write less.
--- fern
Forty minutes for an hour's visit. Sometimes an hour. I write it all down in case I leave out the one thing.
--- ines
Try this for a week: before you type, say aloud in one breath what changed and what you will do. Write that first. Whatever you add after has to earn its place.
--- tobias
Twenty minutes now, an hour in my first year. What brought it down was asking who will read it, and what they need at two in the morning.
--- jonah quoting 3
"What do they need at two in the morning" is going on a sticky note.
--- saffron
We were told on placement to write as if the person will read it one day, because they may. It made mine both kinder and shorter.

=== Practice educators | saffron | asks
My practice educator sits in on a visit next week and I'm terrified that I'll perform instead of listening. How did you forget they were there?
--- ines
You won't, and we know that. We aren't looking for you to forget us. I look for the moment when something unexpected is said, and whether you go with it or go back to your list.
--- jonah
I told mine in the car that I was nervous. She told me about her own first observed visit, which had involved a goat. After that it was all right.
--- fern
A goat?
--- jonah
I am not at liberty to say more about the goat.
--- saffron
I'm going to open with the goat. Thank you both.

=== Getting started | fern | says
I kept a list this week of things I did without looking them up. There were nineteen. In September it would have been none.

Recommending the list to anyone who feels that they aren't getting anywhere.
--- ines
This is lovely, and it is also good evidence for your portfolio, if you want it to be. Only the list, nobody's story.
--- jonah
Eleven, and I'm counting "found the spare key to the stationery cupboard".
--- tobias
You should. That is senior practitioner level.

=== Confidence | jonah | says
I got it wrong today. Nothing that can't be mended: I spoke for somebody in a meeting when they would have rather spoken for themselves, and I saw it on their face as I did it.

I rang afterwards and said sorry. They were gracious. I am still cross with myself.
--- ines
You noticed, you rang, you said sorry without explaining yourself. Most of the profession is in that order. Be cross until tea-time and then stop.
--- saffron
I'm writing this one down. The bit about ringing.
--- tobias
What would you do in the meeting, if you had the second again?
--- jonah quoting 3
Turn to them and wait. It would have taken four seconds.
--- ines
Four seconds. Good.

=== Recording | saffron | asks
What is the difference between an opinion and a professional judgement, in a way that I can hold in my head while I'm writing?
--- ines
Can you show how you got there, and could the person follow the steps even if they disagreed with the end? Then it's a judgement.
--- tobias
I use three colours in my draft: saw, was told, think. Then I check that every "think" is standing on some of the other two. The colours come out before it is saved.
--- fern
Saw / was told / think. Doing that tomorrow.

=== Getting started | jonah | asks
What's in your bag? I'll begin: phone charger, two pens because one always goes, cereal bar, spare socks. The socks were a lesson.
--- fern
Biscuits. A torch. A small packet of crayons that has saved me more than any training.
--- saffron
A list of people I may ring, on paper, because my phone died once at the top of a stairwell.
--- tobias
Plasters, tissues, a clean T-shirt, and a paperback for waiting rooms. Somebody always asks about the book, and we're off.
--- ines
An umbrella that I don't mind giving away.

=== Confidence | saffron | says
I cried in the car after a visit on Thursday. Not because it was bad. Because somebody was so brave and so matter-of-fact about it.

I sat for five minutes and then drove back to the office. I wasn't sure whether I should say so to anyone, so I'm saying it here.
--- ines
Thank you for telling us. That is not a lapse. Please tell your practice educator as well, in just those words. It's the best material there is.
--- jonah
The car park behind the leisure centre is where I go. I've never seen anyone else there, but I feel sure it's full of us.
--- fern
With you. I would worry if it never touched us.
--- saffron
I told her. She said "good, now what do you need?" I had expected almost anything else.

=== Practice educators | ines | says
A short exercise, if you would like one. Think of someone who taught you something about this work without meaning to. Not a tutor. Write three lines about **what you do differently** because of them, and nothing about who they were.
--- jonah
I knock, and then take a step back from the door. I learned that from somebody who told me what it is like to open one.
--- fern
I say how long I have. "I've got until three." I used to think it was rude. It turns out that not knowing is ruder.
--- saffron
I read the name of the dog before the visit.
--- tobias
These are wonderful. I ask for the story before the form, every time.

=== Getting started | fern | asks
How do you switch tasks without losing half of the last one? My day is in eleven-minute pieces, and I am forever finding half a sentence that I no longer understand.
--- tobias
Before you pick up the phone, write the next word of what you were doing. Only the next word. It's like leaving a foot in the door.
--- jonah
I draw a line under it and put the time. It looks mad and works.
--- ines
And see whether some of the pieces can be refused. "Can I ring you at two?" is a kind thing to say to both of you.

=== Recording | fern | asks
How do you write up something that a person said in anger, without it following them about for ever?
--- ines
What was said, what had just happened, and what happened after. Anger with its context is information; without it, it's a label.
--- tobias
And go back and add when it has been talked about. A record in which things get better is also accurate.
--- saffron
"A record in which things get better." Yes.

=== Practice educators | jonah | asks
Did anyone keep a reflective diary beyond the course? I want to, and I also do not want a book lying about with my whole heart in it.
--- ines
Yes: about me only. No names, no places, nothing about anyone else's life. If it was found on a bus, the finder would learn that a tired woman sometimes doubts herself.
--- fern
Voice note to myself on the walk home, deleted once I've listened to it. It's the saying that helps.

=== Getting started | saffron | asks
I qualify in June, and I'm looking at my first job adverts. What would you ask at an interview that you only know to ask now?
--- fern
"When did somebody last leave, and why?" and then watch who looks at whom.
--- jonah
How often is supervision *cancelled*? Not how often it is planned.
--- tobias
May I spend an hour in the office first? Listen for laughing.

=== Confidence | fern | asks
Has anyone said no to taking on one more piece of work, and how did you put it?
)kith";

}  // namespace kith::app::demo
