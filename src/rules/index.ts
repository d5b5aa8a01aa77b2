// What heed judges: one file for each consideration, its fixture beside it. A rule says which sites it wants to hear of
// and judges each; it never walks a tree, opens a file, or knows another rule.
export { considerations } from './index.generated.ts';
export {
  type Consideration,
  coverageOf,
  page,
  pageModules,
  ruleByCode,
  type Topic,
  type TopicCoverage,
} from './page.ts';
