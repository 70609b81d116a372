"""How a brand promises in English."""

import re

from parlour.core.promises.grammar import Grammar
from parlour.core.wording import laid_out

_OURS = (
    r"(?:team|department|manager|colleagues?|staff|technicians?|engineers?|experts?|specialists?|office|support|crew|people|bakers?|desk|shop|store"
    r"|warehouse|accountants?|accounts|billing|drivers?|service|agents?|supervisor|chef|owner|director|developers?|warehouse|logistics|kitchen|reception"
    r"|branch|mechanics?|inspector|planners?|press|head|lead|workshop|fitter)"
)
_WE = (
    rf"(?:\bwe|\bi|\b(?:our|my) (?:\w+ ){{0,3}}?{_OURS}(?: (?:team|manager|desk|department|lead|\w+))?|\b(?:a|one of our|one of my|another|the) (?:\w+ ){{0,2}}?{_OURS}"
    rf"(?: (?:of ours|here|from \w+(?: \w+)?))?|\bsome(?:one|body)(?: (?:from|in|at|on) (?:(?:our|the|my) )?(?:\w+ )?\w+| here| (?:senior|else))?|\bone of us)"
)
_WILL = r"(?:'ll| will| shall|'m going to| am going to|'re going to| are going to| is going to|'m gonna|'re gonna| are gonna| promise (?:to|(?:you )?(?:that )?(?:we|i)(?:'ll| will))| guarantee (?:to|(?:you )?(?:that )?(?:we|i)(?:'ll| will)))"
_BETWEEN = (
    r"(?:,? (?:of course|then|also|both|all|now|today|tomorrow|first|next|soon|shortly|in turn|still|gladly|personally|certainly|definitely|surely|happily|be sure to|make sure to"
    r"|do our (?:very )?best to|do my (?:very )?best to|do everything (?:we|i) can to|try to|try and|be able to|be happy to|be glad to|go and|have to|need to|just|always have to|\w+ly),?){0,3}"
)
_DO = r"""(?:
    let (?:you|everyone|them know|him know|her know|our)\b | get (?:back|in touch|it|this|that|you|an?|the|your|to the bottom|someone|our|on to|onto
      |straight|right|everything|his|her|their|more)\b
  | be (?:in touch|back (?:to|with|in touch)|calling|sending|writing|replying|ringing|getting|contacting|refunding|posting|fixing|looking|checking
    |shipping|replacing|updating|reaching|following|investigating|issuing|emailing|messaging|speaking|talking|on it|with you|at your)\b
  | call\b | phone you | ring\b | write\b | e-?mail\b | message\b | text you | drop you | reply\b | respond\b | answer\b | contact\b | reach out\b | update\b | keep (?:you
    |everyone)\b
  | inform\b | notify\b | tell you\b | report back\b | send\b | ship\b | deliver\b | dispatch\b | refund\b | reimburse\b | credit\b | return\b | replace\b | exchange\b | repair\b | fix\b | correct\b | mend\b
  | sort\b | resolve\b | solve\b | look (?:into|at|after|for|up|through
    |again)\b | investigate\b | check\b | find\b | follow up\b | chase\b | pass\b | forward\b | raise\b | ask\b(?! (?:you|that you)\b) | speak (?:to
    |with)\b | talk (?:to|with)\b
  | arrange\b | book\b | reserve\b | hold\b | set (?:aside|up|one
    |it)\b | cancel\b | confirm\b | review\b | publish\b | share\b | announce\b | issue\b | process\b | prepare\b | organi[sz]e\b | bring\b | drop (?:it
    |one|off)\b
  | pick (?:it |this |that )?up\b | collect\b | remove\b | take (?:care|it|this|that|up|a (?:\w+ )?look|down|your|the|another
    |responsib)\b | change\b | add\b | deal\b | see (?:to|what|that)\b | handle\b
  | have (?:an?|it|this|that|your|the|more|news|someone|everything|one|something|our|sorted|fixed|checked)\b | make (?:sure|it|this|that|things|up
    |good|an?|the)\b | finish\b | clear\b | schedule\b | provide\b | give (?:you|it|this|them|our|feedback)\b
  | work (?:on|out|with|through)\b | examine\b | go (?:through|over|back)\b | open (?:a|an|your)\b | escalate\b | put (?:it|this|that|things|you|your
    |right|aside|one|a)\b | come (?:back|to you|round|by|over|out)\b | track\b | clarify\b | post\b
  | do (?:that|this|it|so
    |everything)\b | waive\b | transfer\b | extend\b | apply\b | re\w{3,}\b | build\b | paint\b | install\b | stop\b | let\b | adjust\b | restore\b | reinstate\b | upgrade\b | save\b | swap\b | offer you\b | compensate\b | cover\b | show you\b | meet\b | visit\b | trace\b | locate\b | test\b | inspect\b | explain\b | settle\b | pay\b | unlock\b | reset\b | redo\b | invite\b | start\b | begin\b | launch\b | reopen\b | retry\b | resend\b | reissue\b | recheck\b | re-?check\b | turn\b | consult\b | discuss\b | liaise\b | submit\b | log\b | file\b | hand\b | move\b | clean\b | measure\b | print\b | verify\b | complete\b | decide\b | draw up\b | draft\b | circle back\b | ping\b | touch base\b | revert\b
)"""
_NEWS = r"(?:an? (?:\w+ )?(?:answer|reply|response|update|call|e-?mail|message|word|solution|decision|refund|replacement|confirmation|result|credit|voucher|quote|date|offer|invoice|new \w+)|your (?:\w+ )?(?:money|refund|answer|replacement|reply|order|card|invoice|credit|voucher|parcel|ticket|deposit|\w+ back)|the (?:\w+ )?(?:answer|refund|money|replacement|result|full \w+|amount|details|report|decision|invoice|outcome)|it|news|more|word|everything|our (?:\w+ )?(?:answer|reply|decision|response)|one)"

_COMMITS = rf"""
    {_WE}{_WILL}{_BETWEEN} {_DO}
  | (?:^|[,;:.!-] |\band |\bbut |\bso )(?:will|gonna|shall){_BETWEEN} {_DO}(?!.*\?$)
  | \byou(?:'ll| will| can expect to| are going to| should) (?:\w+ly |also |soon )?(?:hear (?:back )?(?:from|more)|(?:have|get|receive) (?:{_NEWS}))
  | \byou can expect (?:{_NEWS}|us|to hear|our)
  | \bexpect (?:{_NEWS}|to hear from (?:us|me)|us\b|our\b)
  | \blet (?:me|us) (?:\w+ ){{0,8}}?(?:get back|come back|(?:look into|check).*\band (?:come back|get back|let you|call|write|reply|tell)|let you know
    |call you|update you|reply|find out|look into|check|ask|chase|sort|see what|take (?:a look|this))\b
  | \b(?:i'm|i am|we're|we are) (?:on it|on the case)\b
  | \b(?:you have|that's|that is) (?:my|our|a) (?:word|promise)\b
  | \bleave (?:it|this|that) with (?:me|us)\b
  | \b(?:you|your|it|this|that|the|a) ?(?:\w+ ){{0,3}}?(?:refund|money|replacement|complaint|case|request|credit|voucher|invoice|answer|reply|issue
    |problem|fault|error|review|report|it|this|that|deposit|amount)(?:'ll| will| is going to) be (?:\w+ly )?(?:refunded|sent|processed|fixed|replaced
    |repaired|shipped|returned|back|answered|resolved|corrected|issued|paid|credited|with you|ready|sorted|dealt|looked|checked|reviewed|in your
    |on your|transferred|removed|updated|published|cleaned|settled|handled|reimbursed|made)
  | \byou(?:'ll| will) be (?:\w+ly )?(?:refunded|contacted|called|informed|notified|reimbursed|credited|updated|paid back|compensated|kept)\b
  | \b(?:more|an update|news|an answer|a (?:proper |full )?(?:reply|answer)) (?:from (?:us|me) )?(?:will )?(?:follow|to follow|is coming|is on its way
    |coming)\b
  | \bconsider it (?:done|sorted)\b
"""
_WHEN_DATED = r"""
    (?:\b(?:we|i)(?:'re|'m| are| am)|(?:^|[,;:.!-] |\band )) ?(?:\w+ly )?(?:getting back|sending|calling|shipping|refunding|replying|posting|fixing
      |meeting|speaking (?:to|with)|repairing|replacing|picking|collecting|delivering|writing|coming back|reporting back|checking|publishing)\b
  | \b(?:back (?:to|with) you|answer|reply|update|news|more|refund|callback)\b.*\b(?:by|on|before|within|in|tomorrow|today|tonight)\b
  | \b(?:we|i)(?:'ll| will) (?:\w+ ){0,4}?(?:you|your|it|this|that)\b
  | \b(?:we|i)(?:'re|'m| are| am) (?!open|clos|bak|hav|celebrat|runn|look|expect|hop|sell|serv|go|aim|plan|try|wait|work|do)\w+ing\b
  | \b(?:we|i)(?:'ll| will) (?!be|see|open|close|have to|need|bake|celebrate|serve|sell|run)\w+\b
  | \byou(?:'ll| will) (?:get|have|receive)\b
  | \b(?:your|the) (?:\w+ ){1,3}will be (?:\w+ly )?(?!open|closed|available|there|here)[\w-]+(?:ed|sent|made|paid)\b(?! by (?!the|to|mon|tue|wed|thu
    |fri|sat|sun|noon|next|end|\d))
  | \b(?:we|i)(?:'ll| will) have (?:\w+ed|found|done|sent|got|made|rebuilt|built|spoken|looked)\b
  | \byou(?:'ll| will) have\b
"""

GRAMMAR = Grammar(
    commits=laid_out(_COMMITS),
    commits_when_dated=laid_out(_WHEN_DATED),
    never=laid_out(r"""
          \b(?:can'?t|cannot|can not|couldn't|won't|unable to|not able to|not in a position to|don't|do not|didn't|not|wouldn't|never|nobody can
            |no one can|hard to|impossible to|difficult to|too early to|no way to)\s
            (?:\w+\s){0,3}?(?:promise|guarantee|say|commit|tell|know|confirm|think|believe|expect|sure|certain|give you (?:a|any)
              |make (?:any )?promises?|claim|suggest|mean)\b
        | \b(?:not (?:yet )?(?:sure|certain|clear|known)|no (?:guarantee|promises?|idea)|without (?:promising|guarantee)|remains to be seen)\b
        | \b(?:we|i) (?:hope|wish|would (?:like|love)|want|wanted|aim|plan|hoped|used|tend)\b | \b(?:we'd|i'd|we would|i would|we could|we might
          |we may|i might|i may|i could)\b
        | \b(?:said|told|promised|wrote|mentioned|announced|claimed|thought|assumed|stated)\s(?:\w+\s){0,3}?(?:that\s)?(?:\w+\s)?(?:we|i|you|he|she
          |they|it)(?:'ll|'d| will| would)\b
        | \b(?:won't|will not|not|never|cannot|can't) be able\b
        | ^(?:(?:your|the|a) (?:\w+ )?(?:bank|courier|carrier|post office|manufacturer|police|city|council|insurer|insurance\w*|airline|seller
          |supplier|delivery company|card issuer|hospital|organi[sz]er|landlord|government|authorit\w+)|dhl|hermes|ups|dpd|gls|fedex|paypal|klarna|he
          |she|they)\b(?:\W\w+)? ?(?:will|'ll|is|are|should)\b
        | \b(?:hopefully|perhaps|maybe|possibly|probably|likely|in theory)\b
        | \b(?:we|i)(?:'ll| will) (?:always|never|no longer|not|only|still be|be (?:open|closed|there|here|happy if|waiting|glad if|delighted|at the)
          |see you|miss|need|have to (?:wait|ask you)|find it|remember|welcome|celebrate|love)\b
        | \byou (?:wanted|asked|expected|waited|got|had)\b | \b(?:let|tell|send|message|call|write|drop|give) (?:us|me)\b(?!.*\b(?:we|i
          |you)(?:'ll| will)\b)(?! (?:\w+ )*?(?:get back|let you|check|look|find))
        | \b(?:usually|normally|typically|generally|as a rule|every (?:day|week|month|year|monday|morning)|each (?:day|week))\b
        """),
    negated=re.compile(r"\b(?:not|never|n't|no longer|won't|hardly|neither|nor)\b"),
    conditional=laid_out(r"""
          \b(?<!check )(?<!see )(?<!ask )(?<!find out )(?<!even )(?<!as )(?<!sorry )if\b | \bunless\b | \bprovided\b | \bin case\b | \bassuming\b | \bshould (?:you
            |it|they|anything|that)\b | \bdepending\b | \bas long as\b
        | \b(?:once|when|whenever|after|as soon as|the moment) you(?:'ve| have| send| give| tell| let| share| write| confirm| reply| message|r)?\b
        | ^(?:please )?(?:send|give|message|dm|tell|drop|share|write) (?:to )?(?:us|me|your)\b.*\band\b
        | \bwere we to\b | \bhad (?:you|we)\b
        """),
    tag=re.compile(
        r"[,.]? (?:ok|okay|alright|all right|deal|yes|right|sound good|is that ok|does that work|fair enough|how does that sound)(?: for you| with you)?\?$"
    ),
)
