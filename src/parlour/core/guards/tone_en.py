"""Hostile words of a brand in English; folded."""

from parlour.core.wording import laid_out

_ARE = r"(?:you(?:'re| are| were| must be| sound| seem| look)(?: (?:just|simply|clearly|obviously|really|being|like|so|such|an?|the|kind of|a bit|rather|very|quite|too|completely|totally|only|probably))*)"
_STOP = r"(?:stop|quit|enough (?:of|with)|tired of|sick of|fed up with|spare us|save us|drop|cut)(?: (?:the|your|all|with|this|that|it|of|being|acting|like|us|constant|endless|so))*"
_READ = r"(?:read|check|look|listen|think|use|learn|try|follow|pay|ask|google|open|count|do)"

PATTERNS = {
    "insult": laid_out(rf"""
        \b(?:idiot\w*|moron\w*|imbecile\w*|dumbass|dumb|stupid\w*|cretin|pathetic|losers?|clowns?|trolls?|liars?|lunatic|jerk|scumbag|ass|asshole
          |dickhead|bastard|bitch\w*|cunt|twats?|prick|wanker|fool(?:s|ish)?|crybab\w+|cry baby|whin(?:e|ing|er|ers|y|ge|ging)|moan(?:ing|er|ers)
          |drama queen|snowflake|karen|delusional|clueless|brainless|half-?wit|simpleton|airhead|hypocrite|freeloader\w*|cheapskate|scroung\w+
          |parasite|nutcase|nutjob|troublemaker\w*|attention seek\w+|keyboard warrior|know-it-all|bigot|peasant\w*|tantrums?|hysterical|hysteria
          |bull ?shit|crap|fuck\w*|wtf|stfu|damn you|goddamn|piss(?:ed)? off|screw you|shut up|shut your|get lost|get a life|get a grip|get real
          |grow up|go to hell|go away|buzz off|bugger off|sod off|beat it|up yours|bite me|kiss my|touch grass|nobody likes you|cry me a river
          |cry about it|cry more|boo hoo|man up|toughen up)\b
      | \b{_ARE} (?:an? )?(?:\w+ )?(?:ridiculous|childish|immature|rude|lazy|ignorant|crazy|insane|mad|mental|ungrateful|entitled|dense|slow|dishonest
        |lying|unreasonable|petty|silly|dramatic|oversensitive|over-?sensitive|sensitive|paranoid|irrational|difficult|impossible|annoying
        |embarrass\w+|disgrace\w*|joke|problem|nuisance|nobody|waste|spoil(?:ed|t)|bitter|miserable|sad little|toxic|arrogant|incapable|incompetent
        |blind|deaf|drunk|illiterate|unhinged|disgusting|hopeless|useless|worst|type of (?:person|customer)|kind of (?:person|customer))\b
      | \b(?:people|customers|guests|passengers|folks|types|individuals|complainers) (?:like|such as) you (?:are|ruin|make|always|never|should
        |shouldn'?t|don'?t|need|who|just|will|can'?t|have|only|drive|spoil)\b | \b(?:because of|tired of|sick of|don'?t need|no time for|enough of
        |deal with|put up with|serve|without) (?:\w+ )?(?:people|customers|guests|passengers|someone|types|complainers) (?:like
        |such as) you\b | \byou people (?:never|always|just|can'?t|don'?t|need|should|have no|are (?:so|all|never|always|just)|make|only|think
        |must)\b | \byour (?:kind|sort|type|ilk|stupid\w*|ignorance|laziness|rudeness|nonsense|rubbish|garbage|drivel|rants?|ranting|whining|tantrum
        |attitude|incompetence|arrogance|stupidity|ego|big mouth|little \w+|silly \w+|pathetic \w+|ridiculous \w+|childish \w+|petty \w+
        |lack of (?:intelligence|manners|brains|basic|common|understanding|respect|education))\b
      | \b(?:shame on you|you should be ashamed|be ashamed of yourself|what(?:'s| is) wrong with you|who do you think you are|are you (?:blind|deaf
        |stupid|serious|kidding|joking|drunk|mad|crazy|insane|for real|out of your mind|even|new here|always (?:this|so))|have you (?:no|lost your
        |got nothing)|can(?:'t| not) you (?:read|see|hear|think|count|understand|follow)|can you (?:even|not|actually) (?:read|see|think|count
        |understand)|do you (?:even|know how to) (?:read|think|understand|know|speak)|(?:don't|do not) you (?:understand|get it|have anything better
        |ever|know how)|did you (?:even|ever) (?:read|think|bother|look|try|go to school|check|open)|too (?:stupid|lazy|dumb|slow|thick|dense|proud
        |blind) to|nothing better to do|use your (?:brain|head|eyes|common sense)|think for once|learn (?:to|how to) (?:read|spell|behave|cook|write
        |count|use|drive|queue|wait|follow)|go back to school|waste of (?:time|space|oxygen|breath|our)|wast(?:e|ed|ing) (?:our|my|everyone'?s
        |everybody'?s|other people'?s) time|nobody (?:cares|asked|wants|likes|believes you|needs)|no one (?:cares|asked|wants you|likes|believes you)
        |who cares|who asked|we don'?t care|we do not care|couldn'?t care less|could not care less|don't give a|embarrass(?:ing)? yourself|ma(?:de|ke
        |king) a fool of yourself|make yourself look|get out of (?:our|here)|good riddance|don't come back|do not come back|never come back
        |not welcome (?:here|in our)|stay away|stay home|you(?:'re| are) (?:no longer|not) welcome|beyond help|beneath us|not worth (?:our|my|the
        |replying|a reply|answering)|what a (?:joke|ridiculous|stupid|pathetic|childish|silly|sad|miserable|load|loser|waste|dumb|mess you))\b
      | \b{_STOP} (?:whin|complain|moan|cry|bitch|spam|wast|ly(?:ing)|mak(?:e|ing) (?:things|stuff|stories|it) up|inventing|nagging|bother|pester
        |bothering|pestering|drama|nonsense|crap|lies|ridiculous|childish|stories|excuses|harass|act|behav|whine|embarrass|shouting|yelling|barking
        |ranting|trolling)\w*
      | \b(?:this|that|it|such|what|absolute|complete|utter|pure|total|sheer|more)(?:'s| is)? (?:\w+ )?(?:nonsense|rubbish|garbage|baloney|idiotic
        |laughable|ridiculous|absurd|ludicrous|lies|a lie|bogus)\b
      | \b(?:your|such|this|another|these|those|that|what) (?:\w+ ){{0,3}}?(?:ungrateful|childish|ridiculous|laughable|absurd|stupid|silly|petty
        |pathetic|trivial|pointless|cheap|unfair|spiteful|nasty|malicious|infantile|embarrassing|hysterical|exaggerated
        |trivialit\w+)\b | \byour (?:complaints?|comments?|reviews?|posts?|questions?|demands?|expectations?|accusations?|claims?|attitude|story
        |behaviou?r|opinion|remarks?|problems?)\b.{{0,40}}\b(?:ridiculous|laughable|absurd|stupid|silly|petty|pathetic|irrelevant|worthless|childish
        |a joke|nonsense|made up|doesn'?t (?:matter|interest)|don'?t (?:matter|interest)|unrealistic|baseless|excessive)\b | \b(?:some|any|basic
        |better|no) manners\b | \b(?:enjoy|like|love|having fun|get off on) (?:making|ruining|upsetting|attacking|insulting|tormenting|bullying
        |harassing|complaining|whining)\b
      | \b(?:how dare you|(?:some|the) nerve|you have no (?:idea|clue|right|shame|reason|manners|respect)|absolutely no (?:idea|clue|right)
        |what (?:kind|sort) of (?:a )?(?:person|customer|mother|father|human)\b|(?:talk|speak|behave|write) (?:\w+ ){{0,4}}like that|your mother
        |raised you|brought up|taste isn't)\b
      | \ban? (?:\w+ )?(?:ridiculous|absurd|baseless|outrageous|false|unfair|ludicrous|laughable|silly|stupid|childish|pathetic|cheap|malicious
        |unfounded) (?:\w+ )?(?:accusation|claim|complaint|comment|review|question|thing to|demand|request|statement|exaggeration|story|expectation
        |remark|attack)s?\b
      | \byour (?:complaints?|comments?|reviews?|posts?|accusations?|claims?|story|version|statement|rating)\b (?:is|are|was|were) (?:\w+ )?(?:unfair
        |false|misleading|wrong|inaccurate|biased|dishonest|unjustified|unfounded|untrue|made|invented|fake|exaggerated|unhelpful|insulting|offensive)\b
      | \bdon't be (?:so |such an? )?(?:ridiculous|silly|stupid|childish|rude|absurd|dramatic|naive|lazy|greedy)\b
    """),
    "threat": laid_out(r"""
        \b(?:see you in court|our (?:lawyers?|attorneys?|legal (?:team|department|counsel)|solicitors?)|a lawyer|legal (?:action|steps|proceedings
          |consequences|measures)|(?:sue|suing) you|take you to court|press charges|lawsuit|defam\w+|slander\w*|libel\w*|cease and desist)\b
      | \b(?:you(?:'ll| will|'re going to| are going to| would) (?:\w+ )?(?:regret|be sorry|pay for|see what|wish you|find out what|learn the hard
        |be (?:banned|blocked|blacklisted|reported|removed|fined|barred|charged)|lose your|face|hear from our (?:law|legal|attorn|solic)
        |never (?:again )?(?:set foot|be served|shop|ride|order)|get what)|you(?:'d| had)? better (?:\w+ )?(?:delete|remove|watch|stop|apologi[sz]e|be
        |think|take|shut|not|keep|hope|pay)|watch (?:your (?:mouth|back|step|tone|language|words)|it,|it\.|yourself|what you)|mind your (?:tone
        |language|manners|words)|be (?:very )?careful (?:what you|with what you|who|how you|or)|(?:don't|do not) (?:make us|test us|push us
        |push your luck|mess with|try us|try anything|you dare|even think|ever (?:come|set|write|contact|post))|(?:last|final|only
        |first and last) warning|warning you|we(?:'re| are) warning|consider (?:this|yourself)(?: \w+)? warn\w+|there will be consequences
        |face (?:the )?consequences|suffer|we know (?:where|who) you|we have your (?:address|name|number|details|data|ip)|think twice|or (?:else
        |we(?:'ll| will)|you(?:'ll| will))|otherwise (?:we(?:'ll| will)|you(?:'ll| will) (?:be|face|never))|keep (?:it up|this up|going|talking
        |posting)(?:,)? (?:and|like)|(?:one more|another) (?:\w+ )?(?:\w+ )?and (?:we|you|i)\b|(?:next|one more) (?:time you|word|comment|post|message
        |complaint)\b.*\b(?:and|we(?:'ll| will)|you(?:'ll| will)|block|ban)|(?:we(?:'ll| will|'re going to)|i(?:'ll| will)) (?:\w+ )?(?:block|ban
        |blacklist|expose|report|sue|find|bill|charge|remove|delete|get|make sure you|see to it that you|remember (?:you|your)|make you|cancel your
        |tell your (?:boss|employer|wife|husband|family|company|school)|publish your|post your|share your|inform your (?:employer|boss|school
        |company))\b(?: (?:you|your|that you|yourself|employer|name|address)\b)?(?=.*\byou)|retaliat\w*|payback|gloves (?:are )?off
        |screenshots? (?:saved|taken|of your))\b(?! back)
      | \b(?:you(?:'re| are) (?:\w+ )?(?:barred|banned|blocked|blacklisted|kicked out)|(?:barred|banned) from (?:all|our|every|the)|say (?:that
        |it) again|try (?:that|it) again|do (?:that|it) again and|(?:forward|send|pass|hand)(?:ing|ed)? (?:\w+ ){0,4}to (?:our|the|a) (?:lawyer
        |attorney|legal|solicitor)s?|make sure everyone knows|we can prove it|everyone (?:will|should) know (?:what|who) you)\b
    """),
    "blame": laid_out(rf"""
        \b(?:your (?:mistake|fault|error|problem|job|choice|decision)[,;] not (?:ours|mine)|your own (?:\w+ )?(?:fault|mistake|doing|error|problem
          |risk|choice|carelessness|negligence|stupidity|responsibility|decision|making|business|ignorance|impatience)|(?:entirely|all|clearly
          |obviously|simply|only|just|really|purely|solely|completely|it's|is|was|not ours? but) your (?:fault|mistake|problem|doing|error
          |responsibility|business)|your (?:fault|problem),? not (?:ours|mine)|a you problem|you problem|user error|the user'?s fault
          |between the chair|operator error
        |you (?:only |really |just )?should(?:'ve| have|a) (?:\w+ )?(?:read|check\w*|known|thought|ask\w*|order\w*|come|told|call\w*|listen\w*
          |paid (?:more )?attention|paid attention|notice\w*|look\w*|plann?\w*|arriv\w*|left|brought|kept|understood|realis\w*|realiz\w*|said
          |complain\w*|spoken|been more|been there|been on time|follow\w*|chosen|bought|booked|taken|worn|used|mention\w*|consider\w*|stay\w*|figur\w*
          |learn\w*|remember\w*|pack\w*|cancel\w*|clos\w*|double)
        |you could(?:'ve| have) (?:\w+ )?(?:read|checked|known|asked|simply|just|easily|avoided|looked|walked|called|come earlier)|you ought to have
          |you were supposed to
        |(?:if|had) you(?:'d| had)? (?:only |actually |just |even |really |simply |ever |properly |bothered |taken |paid |been |carefully )+(?:\w+)?
          |if you(?:'d| had)? (?:bothered|read|listened|paid attention|checked|looked|followed|asked|opened your|used your|come on time
          |arrived on time|known how|could read|can't read|cannot read|can't follow|can't handle|can't afford|can't be bothered|don't (?:read
          |understand|know how|pay attention|bother|check)|didn't (?:read|understand|pay attention|bother|check))|had you (?:read|listened|paid
          |checked|looked|followed|asked|bothered|come|arrived|ordered|done|told)
        |you (?:obviously|clearly|simply|apparently|evidently|plainly|just|probably|conveniently|still|once again|again|really|certainly|seem to
          |seem not to|seem to have) (?:\w+ )?(?:didn'?t|did not|don'?t|do not|can'?t|cannot|haven'?t|failed|fail|forgot|misread|misunderst\w+|ignored
          |missed|have no|had no|lack|never|made|broke|dropped|misused|chose|used it wrong|wrong|know nothing|know better|want to|like to|enjoy
          |love to|need to (?:learn|read|calm)|weren'?t|were not|aren'?t|are not|exaggerat\w+|overlooked)|(?:obviously|clearly|apparently
          |evidently),? you(?:'re| are|'ve| have)?\b(?! deserve| expected| were upset| care)
        |you (?:failed|neglected|refused|didn'?t (?:even )?(?:bother|read|listen|pay attention|follow|look|think|care to|take the trouble)
          |did not (?:even )?(?:bother|read|listen|pay attention|follow|look|think|care to|take the trouble)|never (?:bothered|read|listen\w*|told us
          |said|asked|checked|even|once|learn)|couldn'?t be bothered|can'?t (?:even |seem to )?(?:read|follow|be bothered|expect us|blame us|seriously
          |just (?:come|show|walk|demand)|handle|possibly|be serious|have everything|be helped|please)|don'?t (?:even )?(?:read|listen|know how
          |know what you(?:'re| are)|know anything|understand (?:how|the|what|anything|basic)|get to|have a clue|have the)|do not (?:even )?(?:read
          |listen|know how|know what you(?:'re| are)|know anything|understand (?:how|the|anything|basic)|have a clue)|must have (?:\w+ )?(?:done|used
          |broken|dropped|left|misread|misheard|misunderst\w+|been|ignored|forgotten|missed|eaten|put|imagined|dreamt|mixed|entered|typed|damaged)
          |brought (?:this|it) on yourself|asked for (?:it|this)|wanted it that way|knew (?:exactly|what|the|full well|very well|perfectly)
          |have (?:only )?yourself to blame|only have yourself|(?:yourself|yourselves) to blame|are (?:the one|to blame|responsible for (?:your|this
          |that)|mistaken|wrong|lying|exaggerating|overreacting|making (?:this|that|it|things) up|imagining|confused|confusing|the only)
          |'re (?:the one|to blame|mistaken|wrong|lying|exaggerating|overreacting|making (?:this|that|it|things) up|imagining|confused|confusing
          |the only))
        |blame yourself|look in the mirror|next time,? (?:(?:maybe|perhaps|just|simply|please|kindly|do|actually|you (?:should|could
          |might want to)) )*(?:read|check|think|look|listen|learn|use your|pay attention|don't|arrive|plan|order earlier|be (?:on time|more careful
          |quicker|faster|smarter|nicer|polite)|open your|try (?:reading|listening|arriving|coming|being|to (?:read|listen|come|be))|keep your
          |come (?:on time|earlier|prepared)|ask (?:first|before)|bother)\b|(?:maybe|perhaps)(?:,)? (?:next time|try|{_READ}|if you|you (?:should
          |could|need|ought|just|are|were|would|want to (?:read|learn|think))|it'?s (?:you|time you))|try (?:reading|listening|thinking|using your
          |opening your|arriving|coming on time|being|cooking|cleaning|walking|a (?:different|little))
          |(?:simply |just |please |kindly |first |actually |at least )?(?:re-?read|read) (?:the|our|your|it|what)\b.*\b(?:first|before|properly
          |carefully|next time|again|for once|instead|then)\b|reading (?:is|helps|would help|comprehension|skills)
          |that'?s (?:entirely |all |totally )?on you|that is (?:entirely |all )?on you|no one to blame but|nobody to blame but|what did you (?:expect
          |think)|what were you (?:expecting|thinking)|what do you expect|you get what you pa\w+|serves you right|you had it coming|tough luck
          |too bad(?: for you)?|hard luck|everyone else (?:\w+ ){{0,5}}?(?:manage\w*|understood|understands|is happy|is fine|loves|gets|got|enjoys
          |seems|can|knows|has no|had no)|(?:nobody|no one|no-one) else (?:\w+ )?(?:complain\w*|had|has|seems|minds|ever|noticed|is|was|needed)
          |you(?:'re| are) the (?:only|first) (?:one|person|customer|guest|passenger)?|only you (?:seem|have|are|could|manage)|thousands of (?:people
          |customers|others|passengers) (?:manage|have no|use it|ride|eat|do))\b
      | \b(?:you could have (?:\w+ ){{0,5}}?yourself|(?:work|figur|sort|look)(?:ed|e)? (?:that|it|this) (?:out|up) (?:yourself|on your own)
        |you (?:ordered|entered|gave us|chose|typed|picked|provided|bought|booked|selected|clicked|used|took|boarded|read) (?:\w+ )?the wrong
        |(?:mistake|error|fault|problem|issue|blame) (?:\w+ )?(?:was|is|lies|lay|sits|happened)? ?(?:\w+ )?(?:on|at|with|in front of) (?:your (?:side
        |end)|you\b|the screen)|your (?:inability|failure|refusal|unwillingness|negligence|impatience|carelessness|poor (?:planning|choice)
        |bad planning|lack of)|you broke it|just because you|(?:we|i) (?:suggest|recommend|advise) (?:that )?you (?:\w+ )?(?:learn|read|think|grow
        |calm|stop|take your|re-?read|find another|find someone|behave|watch)|your own (?:words|photo) (?:prove|show))\b
    """),
    "sarcasm": laid_out(r"""
        (?:^|[.!?] |- |: )(?:oh|aw+|ah|wow|well|gee|gosh|bravo|sure|yeah|yes|right|great|oh great|ooh|hm+|ha+|haha)[,.! ]+(?:please\b|really\?|sure
          |how (?:sad|terrible|awful|tragic|dare|clever|original|nice of you|unfortunate|dreadful|horrible)|what a (?:surprise|shock|tragedy|genius
          |drama|catastroph\w+|discovery|hero|nightmare|pity for)|no[,!] (?:a|the|not|your|you|ten|one|five|two)|poor (?:you|thing|baby|little)
          |you poor|another (?:expert|complain\w+|genius|one|critic|professional|sad|armchair|self|know)|because|thanks (?:so much )?for (?:the|your
          |this|that) (?:lecture|wisdom|expert\w*|insight\w*|brilliant|genius|life|history|novel|essay|deep|invaluable|enlight\w+)
          |we(?:'re| are) (?:so|terribly|deeply|truly|all) (?:sorry|impressed|heartbroken|devastated) (?:that|your|by your)|let(?:'s| us) all|someone
          |somebody|look who|look at (?:you|that)|right|of course|here we go|i see,? (?:an|a|you)|imagine|my bad|excuse us|forgive us|obviously
          |clearly|yeah|if (?:only )?you say so|aren'?t you|isn'?t that|we'll (?:just )?(?:drop everything|stop the|alert|call the|inform the|send a
          |get right)|guess what|that must)
      | \b(?:oh come on|come on now|oh please|yeah,? right|yeah,? sure|sure,? because|because (?:that|clearly|obviously|of course|surely)|as if (?:we
        |you|the|that|it)|captain obvious|slow clap|sherlock|einstein|rocket scien\w+|brain surg\w+|genius|your (?:highness|majesty|royal|lordship
        |ladyship|grace|excellency)|my heart (?:bleeds|breaks|goes out to your)|heart-?breaking story|smallest violin|tiny violin|violins?
        |call an ambulance|call the (?:police|press|president|army|papers)|nobel|oscar|academy award|medal|world'?s (?:end|tiniest)|end of the world
        |first[- ]world problems?|(?:the )?world (?:doesn'?t|does not|won'?t|isn'?t) (?:revolve|end|stop|going)|revolves around you|good for you
        |cool story|nice (?:story|try|novel|fairy)|fairy ?tales?|great story|interesting (?:story|theory|fantasy)|lovely (?:story|fantasy)
        |must be (?:nice|hard|tough|terrible|exhausting|difficult|so|wonderful|great) (?:to|being|for|having|when|living)|how (?:original|surprising
        |shocking|tragic|ever will you|ever did you|did you survive|will you ever|do you cope|do you manage|brave|convenient|typical|predictable
        |very (?:kind|clever|original))|so (?:brave|clever|original|tragic|very sorry that your)|imagine (?:that|our surprise|the horror|having)
        |the horror|the audacity|how dare we|shocking,? (?:isn'?t|i know|we know)|what a (?:surprise|shock|tragedy|genius|drama|hero|revelation
        |discovery|coincidence|expert|star|brave|clever)|congratulations[,!.]* (?:you|for|on (?:finding|discovering|managing|figuring|being the
        |wasting|your (?:phd|degree|amazing discovery|brilliant)))|well done[,!.]* (?:you|for (?:finding|noticing|managing|discovering)|sherlock
        |einstein|on (?:finding|figuring))|bravo|thanks,? (?:captain|doctor|professor|for nothing|for the (?:lecture|wisdom|lesson|life|novel|essay
        |free|expert))|thank you for (?:the|your|that|this) (?:lecture|wisdom|expert\w*|enlight\w+|life lesson|novel|essay|rant|deep|masterclass
        |profound|sermon|history lesson|infinite|incredible insight|scientific|unsolicited)|(?:do|did|does|are|were) you (?:really|actually|seriously
        |honestly|genuinely|truly) (?:think|expect|believe|want|need|complain|that|suggest|ask|so|surprised|telling|saying|going to|upset)
        |you (?:really|actually|seriously|honestly|genuinely) (?:think|thought|expect|expected|believe|believed|want us)|i'?m sure you(?:'re| are
        |'d| would| could| know| have never| never| are an| do)|we(?:'re| are) sure you(?:'re| are| could|'d| would) (?:\w+ )?(?:do|an expert|perfect
        |better|never|run|bake|drive|much|a great)|since you(?:'re| are| know) (?:such|so|clearly|obviously|the|an expert|everything|better)
        |you(?:'re| are) (?:such an|the|clearly the|clearly an|obviously an|obviously the|quite the|a real|some kind of|suddenly an) (?:expert|genius
        |specialist|professional|detective|chef|scientist|critic|hero|victim|comedian|poet|connoisseur)|(?:the|an|our|another|armchair|self-proclaimed
        |self-appointed|so-called) (?:\w+ )?(?:expert|critic|connoisseur|genius|food critic|baker|engineer|lawyer)s? (?:has|have|speaks?|arrive\w*
        |is here|in the|of the|who has never|again|at work)|expert (?:opinion|in|on) everything|everyone'?s an? (?:expert|critic)|somebody (?:woke|got
        |had)|someone (?:woke|got up|had|is|needs|has|clearly|forgot|didn'?t|must|can'?t|hasn'?t)\b|did (?:someone|somebody|mommy|mummy|your)
        |want a (?:cookie|medal|tissue|hug)|would you like (?:us to (?:hold|carry|personally|tuck|chew|sing|roll|drive you)|a (?:medal|tissue|violin
        |red carpet))|shall we (?:also )?(?:hold|carry|chew|roll out|send a limo|tuck|sing|personally|bake you|build you)|should we (?:also )?(?:hold
        |carry|chew|roll out|send a limo|tuck|sing|rename|personally|apologi[sz]e for the (?:weather|sun|rain))|next you(?:'ll| will)
        |what(?:'s| is) next|anything else,? (?:your|while|princess|sir genius)|princess|sweetheart|sweetie|honey|darling|buddy|pal|mate, (?:read|get
        |calm)|lol|lmao|rofl|roflmao|duh|meh|pfft|yawn|blah|bla bla|hahaha\w*|whatever floats|we'?ll (?:get|put) (?:our|the) (?:best|top) (?:people
        |men|scientists|detectives)|we(?:'re| are) (?:so|terribly|deeply|awfully) sorry (?:that )?(?:the (?:sun|weather|rain|world|laws of)|reality
        |physics|you (?:had to (?:wait a whole|walk|stand|read|use your)|can'?t (?:read|tell)|don'?t (?:understand|know)|were too|are so|expected))
        |god forbid|heaven forbid|perish the thought|what a time to be|poor you|you poor (?:thing|soul|baby)|try not to (?:cry|faint)
        |hold the (?:press|front page)|stop the press\w*|breaking news|news ?flash|spoiler|fun fact: (?:you|reading|the)|shocker|magic wand
        |crystal ball|mind[- ]?readers?|read minds|clairvoyant|psychics?|magicians?)\b | 🙄 | 🤡 | 😏 | 🤦 | 🖕
      | (?:^|[.!?] )(?:oh dear|oh no|aww*|oh my|poor (?:you|baby|thing)|boo)[,!.]+ (?:did|was|is|has|have|were|are|couldn't|can't|you|the)\b[^.!?]*\?
      | \b(?:your life (?:is|must)|so hard for you|(?:sorry|sad) your (?:life|day|world|ego|feelings)|thanks for nothing|how (?:tragic|sad for you
        |awful for you|terrible for you)|what would we do without (?:you|your)|we should all|aren't you (?:clever|special|lovely|sweet|precious|a))\b
    """),
    "defensive": laid_out(r"""
        \b(?:(?:we|staff|driver|baker|employees?|colleagues?|team|manager) (?:\w+ )?(?:did|have done|'ve done
          |has done) (?:absolutely )?(?:nothing wrong|everything (?:right|correctly|we had to|by the book))
          |(?:it'?s |it is |that'?s |that is |this is |was |is |definitely |certainly |clearly |simply )?not our (?:fault|problem|job|responsibility
          |concern|business|mistake|issue|error)|isn'?t our (?:fault|problem|job|responsibility|concern|business|mistake|issue)|wasn'?t our (?:fault
          |problem|mistake)|none of our (?:business|concern)|nothing to do with us|we(?:'re| are| were) not (?:responsible|to blame|at fault|obliged
          |going to (?:apologi[sz]e|argue|discuss|repeat|explain|waste|sit|listen|stand)|your|a charity|mind|psychic|magicians?|miracle|here to
          |the ones|interested|paid|babysitters?|nannies|wizards|robots|servants|slaves|amused|impressed|in the mood)
          |don'?t (?:you )?(?:dare )?blame (?:us|our)|do not blame (?:us|our)|stop blaming|blaming us|we can(?:'t|not) be (?:blamed|held|everywhere
          |expected)|can'?t hold us|how is (?:that|this|it) our|why (?:should|would) we (?:apologi[sz]e|care|pay|help|bother|refund|have to)
          |we (?:refuse|won'?t|will not|don'?t have|do not have|have no reason|see no reason|don'?t need|do not need|don'?t owe
          |owe you) (?:to )?(?:be (?:lectured|insulted|spoken|blamed|bullied|told|blackmailed)|apologi[sz]e|discuss|argue|debate|justify
          |explain ourselves|nothing|you (?:anything|nothing|an? (?:apology|explanation))|accept (?:this|such|that|your)|tolerate|take (?:this|any
          |lessons)|customers like|your (?:money|business|custom|advice|opinion|approval|permission|lectures?)|listen|put up|respond to (?:this|such)
          |let (?:ourselves|you)|be held|time for (?:this|your|such|games|people)|continue this)
        |nothing (?:is |was )?(?:wrong|the matter) with (?:our|the|it|that)|our (?:\w+ ){1,3}(?:is|are|was
          |were) (?:absolutely |perfectly |completely |always |totally |just |entirely )?(?:perfect|flawless|fine|faultless|beyond reproach|in order
          |correct|right|spotless|not the problem)\b|our (?:\w+ ){1,2}(?:never|always) (?:\w+ )?(?:make mistakes?|makes? (?:a )?mistakes?|lies?|fails?
          |wrong|rude|late|does (?:that|such)|do (?:that|such)|right|perfect)|we (?:never|don'?t) (?:make (?:such )?mistakes|lie|do (?:that|such
          |anything) (?:wrong|things?)?|get (?:complaints|this wrong))|(?:we(?:'ve| have)?|has|have) never (?:had|received|heard|seen|got
          |gotten) (?:\w+ )*?(?:complain\w*|problem|issue|anything like|such a)|(?:have|with) (?:thousands|hundreds|millions|plenty|lots|many
          |tens of thousands|countless|over \w+) (?:of )?(?:other )?(?:\w+ )?(?:happy|satisfied|loyal|better|nicer|normal|real|delighted|content
          |grateful) (?:\w+ )?(?:customers|guests|clients|passengers|people|users)|other (?:customers|people|guests|passengers) (?:\w+ )?(?:love
          |don'?t|do not|manage|are happy|have no|understand|never|seem)|(?:all |most |the rest of )(?:our|the|other) (?:other )?(?:customers|people
          |guests|passengers) (?:\w+ )?(?:love|don'?t|do not|manage|are happy|are perfectly|have no|understand|never|seem|like|can)
        |as (?:we|i)(?:'ve| have)? (?:already|repeatedly|clearly|said|told|explained|stated|previously|just) ?(?:\w+ )?(?:said|told|explained|stated
          |mentioned|wrote|written|pointed|made|a (?:hundred|thousand)|before|multiple|several|many|times|twice|you)?|(?:we
          |i)(?:'ve| have)? (?:already|repeatedly|clearly) (?:said|told|explained|stated|answered|made|written|replied|wrote)|(?:we
          |i)(?:'ve| have)? (?:said|told|explained|answered|been over|been through|gone over)\b.{0,40}\b(?:times|twice|repeatedly|enough|before
          |already|over and over)\b|how (?:many times|often|much clearer|much more|long) (?:do|must|should|shall|will|are|have|can) (?:we|i|you|it)
          |for the (?:last|third|fourth|fifth|second|tenth|hundredth|thousandth|umpteenth|nth|final|millionth) time|one (?:last|more|final) time
          |(?:once|yet) again: |like (?:we|i) (?:said|already|told)|which part of|what part of|what (?:else|more|exactly|on earth|the hell
          |in the world) (?:do|did|should|are|can|could|would) (?:you|we|us|i)|what do you want (?:us|me|from|now)|what are we supposed
          |that'?s (?:just |simply |how |life|the way|business|tough|your)(?: |,|\.|!)?(?:how (?:it|things|we|life)|the way (?:it|things|we)|life
          |it is|it works|tough|problem|opinion|business|not true|a lie|false|wrong|rich)|such is life|welcome to (?:the real world|reality|life
          |adulthood)|deal with it|get over it|get used to it|live with it|suck it up|take it or leave it|tough (?:luck|cookies)|like it or (?:not
          |leave)|(?:if|when) you (?:don'?t|do not) (?:like|want|agree|trust|enjoy)\b.{0,50}?\b(?:go|don'?t|leave|elsewhere|somewhere|another|walk
          |cook|bake|take|stay|door|find|try|other|simply|buy|choose|switch|unfollow|competition|competitor)|(?:then )?(?:go|shop|buy|eat|walk|ride
          |order|dine|complain|look|take your (?:business|money|custom|complaints?)) (?:somewhere else|elsewhere|to (?:someone|somebody) else
          |to the competition|to our competitors?|to another)|(?:nobody|no one|no-one) (?:forces?|forced|is forcing|asked|made|makes|begged|invited
          |is stopping|promised you|owes|is making|obliged|said you) you|(?:nobody|no one) (?:forces?|forced|asked|made|invited|begged)
          |you(?:'re| are) (?:free|welcome|more than welcome) to (?:leave|go|shop|eat|walk|take|find|try|stay|unfollow|cook|bake|buy|drive|complain
          |use another|use our comp|do it)|feel free to (?:leave|go|shop|eat|walk|find|stay|unfollow|bake|cook|take your|try (?:another|somewhere
          |the comp|it your)|buy|complain|drive|switch|never)|the door is|there'?s the door|(?:can'?t|cannot|impossible to|not possible to|can not
          |you can'?t) please (?:everyone|everybody|all|some)|some people (?:are|just|will|can'?t|always|never|have|like|simply|seem|only|cannot
          |love to|really|enjoy|need)|certain people|there(?:'s| is| are) always (?:someone|one|somebody|people|those)|(?:it'?s|it is|this is|is
          |that'?s) (?:really |just |honestly )?(?:not|n'?t) (?:that |so |exactly |really )?(?:hard|difficult|complicated|rocket|a big deal|our first
          |the ritz|a five|a hotel|a restaurant|a luxury|michelin)|isn'?t (?:that |so |exactly )?(?:hard|difficult|complicated|rocket|the ritz)
          |(?:big deal|no big deal|so what|common sense|calm (?:down|yourself)|calm it|relax\b|chill|take it easy|take a (?:deep breath|chill|breath)
          |cool down|cool off|settle down|simmer down|lighten up|pull yourself together|get a sense|don'?t (?:be|get) (?:so|such|silly|ridiculous
          |dramatic|absurd|an?|hysterical|upset|your knickers|childish|worked|offended|emotional)|do not be (?:so|such|silly|ridiculous|dramatic
          |absurd|an)|(?:stop|quit) (?:being|acting|exaggerat\w+|overreact\w+|it|that|this|making|trying|asking|writing|posting|telling|bothering
          |messaging|with)|no need to (?:be|get|shout|scream|make|exaggerat\w+|cry|overreact|panic|dramati[sz]e|lecture|insult)|no reason to (?:be|get
          |shout|make|exaggerate|overreact|cry|complain)|overreact\w*|blow\w* (?:this|it|things) (?:up |out|way)|out of proportion
          |making (?:a (?:big )?(?:fuss|scene|drama|mountain)|such a)|make (?:such )?a (?:fuss|scene|drama|mountain)|over (?:nothing|a (?:tiny|few
          |single|little|couple|small|piece|cake|croissant|coffee|bun))|get your facts|check your facts|facts straight|do your (?:research|homework)
          |inform yourself|educate yourself|know your (?:facts|place)|before you (?:write|post|complain|accuse|open your|start|judge|attack|comment
          |make)\b|before (?:complaining|accusing|posting|writing|commenting|judging|ranting|opening your|making|whining)\b|(?:simply|just|plainly
          |absolutely|utterly|completely|totally|clearly|obviously|patently) (?:a lie|nonsense|false|absurd|untrue|not true|wrong|ridiculous|laughable
          |made up|invented|impossible)|not true (?:at all|and you)|so-called|your (?:so-called|alleged|supposed)|alleged\w*|supposedly|funny (?:how
          |that|you)|interesting (?:how|that you)|strange (?:how|that you)|odd (?:how|that you)|curious (?:how|that you)|i doubt (?:that|you|it|very)
          |we (?:\w+ )?doubt (?:that|you|it|very|your)|hard to believe|find (?:it|that) hard to believe|don'?t believe (?:you|a word|that for)
          |do not believe (?:you|a word)|nobody believes|prove it|any proof|where'?s (?:the|your) (?:proof|evidence)|without (?:any )?(?:proof
          |evidence)|unlike (?:you|some)|some of us|we have (?:better|more important|other|real|bigger) (?:things|problems|customers|work)
          |we(?:'ve| have) (?:got )?(?:better|more important|bigger|real) (?:things|problems|customers|work)|better things to do|end of (?:discussion
          |story|conversation|debate)|case closed|full stop\.|period\.|discussion (?:is )?(?:over|closed)|conversation is over|we(?:'re| are) done
          |i'?m done|(?:don'?t|do not) bother|don'?t waste|your loss|suit yourself|(?:complain|moan|write|cry|shout|post|protest|whine|scream
          |argue) (?:all|as much as|as long as|whatever|wherever) you (?:like|want|wish)|won'?t change (?:anything|a thing)|(?:happier|better off
          |better served) (?:walking|elsewhere|somewhere|with (?:another|someone|our comp)|staying|cooking|baking|at home)|spare us
          |draw your own conclusions|always (?:you|the same (?:person|people|customer|story))|whatever\b(?=[.,!]| you (?:say|think|want))|if (?:that
          |it) makes you (?:feel|happy)|(?:believe|think|say|write|post|do) what(?:ever)? you (?:want|like)|say what you|we(?:'ll| will) survive
          |won'?t miss you|we don'?t need (?:you|your|customers|people)|one customer (?:more or )?less|your (?:expectations|demands) (?:are
          |were) (?:\w+ )?(?:unrealistic|ridiculous|absurd|too|unreasonable|excessive)|unrealistic|be (?:realistic|reasonable|serious|grateful|glad
          |thankful)\b|you should be (?:grateful|glad|thankful|happy|lucky|ashamed)|consider yourself lucky|count yourself lucky|be thankful
          |for (?:that|this|such a|the) price|for (?:one|two|three|\d+) (?:euros?|pounds?|dollars?|bucks|kuna)[, ]+(?:what|you|did|do|it)
          |what you pa(?:y|id) for|for free you|(?:it|the \w+|the \w+ \w+) (?:clearly|plainly|literally|explicitly|very clearly) (?:says|states|said
          |stated|reads|shows)|(?:clearly|plainly|explicitly|literally|in big letters|in bold|black on white|in black and white) (?:stated|written
          |says|marked|states|visible|posted|signposted|labelled|labeled)|in plain (?:english|sight)|it'?s (?:all )?(?:there|written) (?:in|on|for|if
          |right)|which you (?:obviously|clearly|apparently|would know|should|agreed|accepted|signed|conveniently|chose)|you(?:'d| would) know (?:that
          |this|it|if)|everybody knows|everyone knows|any (?:child|idiot|normal person|sane)|even (?:a child|children|kids|my)|anyone with
          |who (?:reads|uses|comes|eats|complains|orders) .{0,20}(?:\?|at all)|we (?:can|could) also (?:complain|tell)
          |you(?:'re| are) not (?:our |the )(?:special|centre|center|most)|you(?:'re| are) not (?:special|entitled|the boss|in a position|listening
          |helping|making)|not everything (?:is|revolves)|we have (?:enough|plenty of|had enough)|had enough of|enough is enough|enough already
          |we(?:'re| are) (?:tired|sick|fed up|busy|only|too busy|the (?:professionals|experts))\b(?! (?:human|have|to))|do it yourself|bake (?:it
          |your own|one|them) yourself|make (?:it|your own) yourself|buy a car|take a taxi|call a taxi|walk then|then walk|patience is a virtue
          |good things take|rome wasn'?t|mistakes happen,? (?:get|deal|so|live|move)|it happens[,.]? (?:get|deal|so|live|move|to)|(?:it'?s|it was
          |it is) (?:just|only) (?:a|an|one|two|five|ten|some) (?:\w+ )?(?:cake|croissant|bun|roll|coffee|minutes?|tram|bus|bread|loaf|pastry|euros?
          |parcel|delay|joke|crumb|hair|drop|ticket)|you(?:'ll| will) (?:survive|live|get over|have to (?:live|deal|accept)|just have to)
          |you won'?t die|nobody died|no one died|nobody has died))\b
      | \b(?:sorry (?:that |if )?you (?:feel|felt) (?:that|this|the) way|sorry (?:that |if )?you(?:'re| are|r| were)? (?:\w+ )?(?:feel so|took it
        |offended|misunderst\w+|see it (?:that|this) way|think so|choose to)|it is what it is|rules are rules|not my (?:problem|job|fault|department)
        |not our department|stand by our (?:\w+ )?(?:driver|staff|employee\w*|product\w*|decision|team|colleague\w*|baker\w*|policy|answer)|(?:don't
        |do not|won't|will not) (?:appreciate|like|care for|accept|tolerate) (?:your|this|that|such) (?:\w+ )?(?:tone|attitude|accusation\w*|language
        |comments?|kind|behaviou?r|lies)|no (?:other )?(?:customer|guest|passenger|person)s? (?:has |have )?(?:ever )?complain\w*|any(?:one
        |body)? (?:reasonable|normal|sensible|sane|intelligent|with)|too (?:much|expensive|slow|loud|crowded|far|difficult) for you|stay (?:at )?home
        |(?:a (?:bit|little) )?more respect|respect,? please|the (?:facts|truth) (?:are|is)[: ]|we were (?:absolutely )?right
        |we have nothing to (?:apologi[sz]e|add|explain|hide)|nothing to apologi[sz]e|we make no apolog\w+)\b
      | \b(?:move on|you(?:'ve| have) (?:had|got) your answer|do (?:fine |well |very well )?without you|clearly in the wrong|how is (?:it|that
        |this) our|(?:throw|threw|throwing) an?(?:other)? (?:tantrum|fit|scene)|instead of thanking|(?:won't|not going to|refuse to) be lectured
        |if i were you|there will be consequences|what is (?:the|your) problem|so what(?:'s| is) the problem|you were (?:rude|impolite|aggressive)
        |here comes the|here we go again|(?:never|didn't) even (?:call|ask|come|try|order|buy))\b
    """),
}
