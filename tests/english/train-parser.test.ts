/** Training on a small made-up treebank: it learns it, and gives the same bytes again. */
import { expect, test } from 'vitest'
import { readModel } from '../../src/english/parse/parse.js'
import { parseTokens } from '../../src/english/parse/parse.js'
import { readConllu } from '../../scripts/parser/conllu.js'
import { trainParser } from '../../scripts/parser/train-parser.js'

const subjects = ['cats', 'dogs', 'birds', 'boys', 'girls', 'men']
const verbs = ['see', 'like', 'chase', 'hear']
const treebank = readConllu(
  subjects
    .flatMap((subject) =>
      verbs.map((verb, n) =>
        [
          `1\tThe\tthe\tDET\tDT\t_\t2\tdet`,
          `2\t${subject}\t_\tNOUN\tNNS\t_\t3\tnsubj`,
          `3\t${verb}\t${verb}\tVERB\tVBP\t_\t0\troot`,
          `4\t${subjects[n] ?? 'cats'}\t_\tNOUN\tNNS\t_\t3\tobj`,
          `5\t.\t.\tPUNCT\t.\t_\t3\tpunct`,
        ].join('\n'),
      ),
    )
    .join('\n\n'),
)
const small = { tagBits: 12, moveBits: 12, labelBits: 12, rows: 300, classes: 10 }

test('learns a small treebank, twice the same', () => {
  const { head, bytes } = trainParser(treebank, () => undefined, small)
  expect(Buffer.compare(bytes, trainParser(treebank, () => undefined, small).bytes)).toBe(0)
  const model = readModel(head, bytes)
  const words = ['The', 'boys', 'chase', 'birds', '.']
  const tree = parseTokens(
    words.map((surface, i) => ({ surface, start: i * 10, end: i * 10 + surface.length })),
    model,
  )
  expect(tree.nodes.map((node) => `${node.surface} ${node.tag} ${node.label} ${node.head}`)).toEqual([
    'The DT det 1',
    'boys NNS nsubj 2',
    'chase VBP root -1',
    'birds NNS obj 2',
    '. . punct 2',
  ])
})
