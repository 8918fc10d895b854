/** Invented reports for the tests of stories: told by hand, so that a reader sees at once which belong together. */
import { nothingGiven } from '../../src/model/source.js'
import type { StoryText } from '../../src/model/story.js'
import { skimPage } from '../../src/pipeline.js'
import { textPage } from '../support/event.js'

export function told(
  source: string,
  text: string,
  publishedAt: string | null = null,
  outlet = '',
): StoryText {
  const page = textPage(source, text)
  return skimPage({ ...page, source: { ...page.source, ...nothingGiven, publishedAt, outlet } })
}

export const newsroom: Readonly<Record<string, string>> = {
  'ferry-courier': `Ferry runs aground off Tarn Island, 84 taken off

The ferry Saint Brannoc ran aground on a sandbank off Tarn Island on Tuesday night with 84 people aboard, the coastguard said. Lifeboats from Pellmouth took off all passengers by dawn.

"The hull is sound and nobody was hurt," said harbour master Ines Collard. The operator, Northline Ferries, said fog had hidden a buoy. Crossings between Pellmouth and Tarn Island were suspended until Thursday.`,
  'ferry-radio': `All 84 rescued as Northline ferry hits sandbank

Lifeboats rescued 84 passengers and crew from the Saint Brannoc after the Northline ferry struck a sandbank near Tarn Island in thick fog.

Harbour master Ines Collard told reporters in Pellmouth that nobody was hurt and that the hull was sound. The coastguard has opened an inquiry into a missing buoy. Northline Ferries suspended its Tarn Island crossings.`,
  'ferry-gazette': `Fog blamed after Saint Brannoc grounds

Northline Ferries has blamed fog for the grounding of the Saint Brannoc off Tarn Island, from which Pellmouth lifeboats took 84 people on Tuesday night.

The coastguard is looking into why a buoy was not where the charts show it. "The hull is sound," Ines Collard, the harbour master, said.`,
  'ferry-later': `Northline to pay passengers of grounded ferry

Northline Ferries will pay each passenger of the Saint Brannoc 200 crowns, two days after the ferry ran onto a sandbank off Tarn Island in fog with 84 people aboard.

The coastguard said the missing buoy had drifted. Harbour master Ines Collard said crossings from Pellmouth would begin again on Friday.`,
  'council-courier': `Orla council votes to close two libraries

Councillors in Orla voted 21 to 18 on Wednesday to close the Millgate and Westbank libraries, saving 1.4 million crowns a year.

"This is a bad day for readers," said Dorothea Vance, who leads the opposition. Mayor Piet Halloran said the town had no choice after a cut in state grants. Protesters sang outside the town hall.`,
  'council-radio': `Two Orla libraries to shut after narrow vote

The libraries at Millgate and Westbank will shut after Orla council backed the plan by 21 votes to 18.

Mayor Piet Halloran blamed a cut in state grants. Opposition leader Dorothea Vance called it a bad day for readers, while protesters sang outside the town hall. The closures save 1.4 million crowns.`,
  'council-gazette': `Mayor defends library closures

Mayor Piet Halloran of Orla has defended the closing of the Millgate and Westbank libraries, saying a cut in state grants left the council no choice.

The vote on Wednesday was 21 to 18. Dorothea Vance, who leads the opposition, said her group would fight the plan. It saves 1.4 million crowns a year.`,
  // Another vote of the same council: the same people, another matter.
  'tram-courier': `Orla tram line wins council backing

Orla council on Friday backed a tram line from the station to the university hospital, at a cost of 310 million crowns.

Mayor Piet Halloran said work on the tracks would begin in spring. Engineers from Voss Rail will build nine stops and a depot at Kiln Lane. Shopkeepers on Harbour Street fear two years of digging.`,
  'tram-radio': `Shopkeepers fear digging as Orla gets its tram

A tram line with nine stops will run from Orla station to the university hospital after councillors backed the 310 million crown project.

Voss Rail is to lay the tracks from spring, with a depot at Kiln Lane. Shopkeepers on Harbour Street say two years of digging will ruin them.`,
  'vaccine-courier': `Trial finds malaria vaccine halves cases in children

A malaria vaccine made by the Brandt Institute halved cases among 4,800 children in Kenya and Mali, according to a trial published on Monday in a medical journal.

"We can save thousands of lives," said lead author Grace Wanjiru. Side effects were mild. The World Health Organization will look at the data in June.`,
  'vaccine-radio': `Malaria jab cuts cases by half, researchers say

Researchers say a malaria vaccine cut cases by half in a trial of 4,800 children in Mali and Kenya.

Grace Wanjiru, who led the work at the Brandt Institute, said it could save thousands of lives. The World Health Organization is to review the trial in June. Side effects were mild.`,
}

export function storyNames(name: string): string {
  return name.slice(0, name.indexOf('-'))
}

/** The same place and the same line half a year later. */
export const autumn = `Storm drives Northline ferry against Pellmouth quay

The Lady Osric was thrown against the quay at Pellmouth by a gale on Sunday, and eleven passengers were treated for cuts, hospital staff said.

Northline Ferries said a rope had parted. Engineers will look at the torn bow before the ship sails again; the winter timetable stands.`
