// What is said in "After hours". Invented, like everyone in it. The form is explained in material.hpp.
#include "app/demo/material.hpp"

namespace kith::app::demo {

std::string_view const after_hours_talk = R"kith(
=== Rest | gideon | asks
How do you come down from a night shift when the house is just getting up?

I get in at eight, everyone wants to tell me about their dreams, and I'm somewhere else for another two hours. I am missing the nicest part of their day.
--- beatrix
I walk the last stop. By the front door, I have had twenty minutes in which nobody could need me.
--- marigold
My partner was a nurse. We had a rule: first tea, then hello. Ten minutes in the kitchen, no questions. The children thought it was a game and were stricter about it than we were.
--- alder
As a manager I'd add that you should not be doing the handover in your own time as well. If your shift ends at eight it ends at eight, and if it doesn't, please tell whoever is your me.
--- gideon quoting 2
"First tea, then hello" begins tomorrow. I've told them. There is a chart.
--- hattie
There is always a chart.

=== Feelings | hattie | says
I have been doing this work for nineteen years, and last week something got through. I won't say what. I came home and sat on the stairs with my coat on.

I'm all right. I have told my manager and I've got somebody to talk to. I wanted to say it somewhere it would not be made into a plan.
--- beatrix
No plan. Sitting on the next stair down.
--- gideon
With you, Hattie.
--- delphine
Thank you for trusting us with the stairs.
--- marigold
No need to answer. I'll be thinking of you on Thursday, as I know that's the long day.
--- hattie
I read all of these on the stairs, as it happens. Coat off this time.

=== Small joys | beatrix | says
Post your smallest good thing of the week. I'll begin: somebody had written "sorry about the noise" on the drill outside our window.
--- edwin
A man of eighty-something waved at me from a bus as if we'd known each other all our lives. We had not.
--- hattie
The photocopier said "thank you" in a language that none of us had set.
--- alder
Nobody came to the 4 o'clock. Not one of us knew what it was for.
--- delphine
I wore the yellow coat.
--- marigold
All the best weeks have the yellow coat in them.

=== Team life | alder | asks
A question from a manager, and I would value straight answers. When you are worn out, what does a manager do that makes it worse while meaning well?
--- hattie
Tells me to look after myself, and sends the e-mail at ten past nine at night.
--- gideon
Makes it about resilience. I am not a spring.
--- beatrix
Asks "are you all right?" in the doorway with one foot outside. Sit down or don't ask.
--- edwin
Cake instead of cover. I do like the cake.
--- marigold
The best one I ever had took something off my list without asking me which. She knew which.
--- alder
I have done four of these five. Thank you. I shall begin with the doorway.
--- beatrix
The fact that you asked is already not any of them.

=== Rest | marigold | says
I took my whole lunch break three days running. I had forgotten that there's a park.

On the second day I noticed that I was eating quickly, like somebody who would be caught.
--- hattie
Like somebody who would be caught! I know that sandwich.
--- gideon
There is a bench by the pond with your name on it. Not really. There could be.
--- delphine
When workers came back from lunch having been outside, you could always tell. They looked at us longer.

=== Feelings | edwin | asks
Does anybody else find that it's not the hard days but the day after? I manage perfectly well, and then on the Saturday I can't choose between two kinds of bread.
--- beatrix
Every time. Saturday is when the bill comes. I don't make any decisions before noon, bread included.
--- gideon
I'm told it is quite ordinary: the body waits until it's safe. I find that rather touching of it.
--- edwin quoting 2
That's a much nicer way to think of it than the one I'd been using.
--- hattie
Both kinds of bread.

=== Feelings | delphine | says
A thing I have learned from the peer support side that might be useful: when someone tells you something heavy, you're allowed to say "I'm going to think about that on the way home, and then I am going to put it down, and that won't mean I've forgotten."

People are relieved. They did not want to be carried about either.
--- marigold
"They did not want to be carried about either." I've been at this a long time, and nobody has put it to me like that.
--- alder
May I use this with my team, as your words?
--- delphine quoting 2
You may. Without my name, please.

=== Small joys | gideon | says
My allotment has produced one (1) pumpkin. It is the size of a satsuma. I am unreasonably proud and will be taking no questions.
--- beatrix
One question. Has it a name?
--- gideon
It's called Outcome Measure.
--- hattie
Crying.
--- edwin
Was it specific and achievable?
--- gideon quoting 4
It was, sadly, time-limited. There was a slug.

=== Team life | hattie | asks
Three of us want to start a walk on Wednesdays, half an hour, no shop. How do you keep "no shop" without somebody having to be the police?
--- marigold
We carried a stone. Whoever started on work got the stone and carried it home. It was quite a heavy stone.
--- gideon
Walk with people from another floor. You can't talk shop if you don't know what they do.
--- alder
Could I come? I promise to carry the stone.

=== Rest | beatrix | asks
Has anyone managed to have a proper holiday, in the sense of not rehearsing Monday from Wednesday onwards? What did you do on the last day before?
--- edwin
I write Monday a letter. Everything that it will want, in order, and then "see you then". I put it in the drawer and actually lock it.
--- hattie
I go away on a Thursday. The Friday is nobody's, so it counts double.
--- alder
Someone else reads my inbox, and I come back to a half-page. I do the same for her. It needs trusting one person, which I recommend anyway.
--- beatrix quoting 1
I've written Monday a letter. It's a bit passive-aggressive, but I feel better.

=== Feelings | marigold | says
I said "I don't know, and I wish I did" to somebody today, and we both just stood there for a moment. Nothing was solved. It was the best minute of the week.
--- delphine
I'd have remembered that minute, from the other side.
--- gideon
Been there. It's odd how seldom we let it be said.

=== Team life | edwin | says
Our team had a moment of quiet at the end of the meeting today, for no reason other than that it has been a long autumn. One minute by the kitchen timer. The timer is shaped like a hen, and it rang like a hen, and that turned out to be the rest of the medicine.
--- hattie
Please tell me that the hen is now a standing item.
--- edwin
Item one. Apologies, hen, minutes.
--- beatrix
I want to work where you work.

=== Small joys | alder | asks
What are you all reading that has nothing whatever to do with work?
)kith";

}  // namespace kith::app::demo
