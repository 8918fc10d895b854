/**
 * Third-person forms that are hardly ever nouns. The tagger takes some of them for nouns (`the union regards`, `their
 * future goes`). Own list of frequent news verbs.
 */
export const verbForms: ReadonlySet<string> = new Set(
  (
    'accepts accuses achieves adds admits affects agrees allows amounts announces appears argues arrives asks asserts ' +
    'becomes begins believes belongs blames brings carries comes complains concedes concerns confirms considers consists ' +
    'contains continues contradicts criticises criticizes declares declines defends demands denies depends describes deserves ' +
    'discusses emerges enters exists expects explains expresses extends faces fails feels finds follows gets gives goes ' +
    'grows happens hears helps holds hopes includes insists intends involves joins keeps knows lacks lasts leads learns ' +
    'lies lives loses maintains makes meets mentions needs notes obliges occurs offers opposes owes pays portrays praises prefers ' +
    'presents promises proposes proves provides puts raises reads receives refers refuses regards rejects remains remembers ' +
    'replaces replies represents requires resembles resigns responds returns reveals runs says seeks seems sees sends serves ' +
    'shows signs sits speaks spends stands stays stresses suffers suggests supports tells tends thinks threatens tries ' +
    'turns understands urges uses visits votes wants warns welcomes wins wishes works writes'
  ).split(' '),
)
