// SARIF 2.1.0 (OASIS), within the limits of services that read it: one run, at most 25,000 results, the worst first
// when they have to be cut, and a notification that says so. Only rules with results are described, so that a log of one
// finding is small. Valid also when the run itself failed.
// Documented for users: rule ids, fingerprints and kinds do not change.

import { type Evidence, type Finding, type Problem, type Severity, type Span, severities } from '../core/index.ts';
import type { Rule } from '../rulekit/index.ts';
import { fingerprintsOf } from './fingerprint.ts';
import { stepsOf, withoutMiddle } from './trace.ts';
import { documentationRoot, languageOf, listedFindings, type Places, placesOf, type ReportView } from './view.ts';

const schemaAddress = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const resultLimit = 25_000;
const locationLimit = 100;
const tagLimit = 20;

type Json = Readonly<Record<string, unknown>>;

export function toSarif(view: ReportView): string {
  const places = placesOf(view.report);
  const all = listedFindings(view);
  const fingerprints = new Map(fingerprintsOf(all, places).map((print, index) => [all[index] as Finding, print]));
  const kept = all.length <= resultLimit ? all : [...all].sort(byWeight).slice(0, resultLimit);
  const reported = new Set(kept.map(({ ruleId }) => ruleId));
  const rules = view.rules.filter(({ id }) => reported.has(id));
  const ruleIndexById = new Map(rules.map(({ id }, index) => [id, index]));
  const notifications = view.report.problems.map((problem) => notificationOf(problem, view.root, places));
  if (kept.length < all.length) {
    const text = `${all.length - kept.length} of ${all.length} results are left out: a SARIF run holds ${resultLimit}. The worst are kept.`;
    notifications.push({ descriptor: { id: 'limit' }, level: 'warning', message: { text } });
  }
  return toLog({
    version: view.report.version,
    rules: rules.map(toReportingDescriptor),
    results: kept.map((finding) => {
      const ruleIndex = ruleIndexById.get(finding.ruleId);
      return {
        ruleId: finding.ruleId,
        ...(ruleIndex === undefined ? {} : { ruleIndex }),
        kind: finding.verdict,
        level: finding.verdict === 'fail' ? levelOf(finding.severity) : 'none',
        message: { text: finding.message },
        locations: [{ ...locationOf(finding.path, finding.span, view.root, places), ...logicalOf(finding) }],
        ...proofOf(finding, view.root, places),
        partialFingerprints: { 'heedSite/v1': fingerprints.get(finding) },
        ...suppressionsOf(finding, view.root, places),
        ...fixesOf(finding, view.root, places),
        properties: {
          code: finding.code,
          topic: finding.topic,
          severity: finding.severity,
          role: finding.role,
          ...(finding.also.length === 0 ? {} : { also: finding.also }),
        },
      };
    }),
    notifications,
    isSuccessful: true,
    properties: {
      target: view.report.target,
      threatModel: view.report.threatModel,
      threatModelReason: view.report.threatModelReason,
      coverage: view.report.coverage,
    },
  });
}

/** The log of a run that came to nothing: services then show the reason, not a broken file. */
export function toFailedSarif(version: string, message: string): string {
  return toLog({
    version,
    rules: [],
    results: [],
    notifications: [{ descriptor: { id: 'failed-run' }, level: 'error', message: { text: message } }],
    isSuccessful: false,
    properties: {},
  });
}

function toLog(run: {
  readonly version: string;
  readonly rules: readonly Json[];
  readonly results: readonly Json[];
  readonly notifications: readonly Json[];
  readonly isSuccessful: boolean;
  readonly properties: Json;
}): string {
  const log = {
    $schema: schemaAddress,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'heed', version: run.version, semanticVersion: run.version, rules: run.rules } },
        invocations: [{ executionSuccessful: run.isSuccessful, toolExecutionNotifications: run.notifications }],
        columnKind: 'utf16CodeUnits',
        results: run.results,
        properties: run.properties,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** The whole help stands once, as Markdown, which is what services show; the plain text that SARIF asks for is short. */
function toReportingDescriptor(rule: Rule): Json {
  const tags = ['security', ...rule.cwe.map((number) => `external/cwe/cwe-${String(number).padStart(3, '0')}`)];
  const passing = rule.docs.evidence.map((sentence) => `- ${sentence}`).join('\n') || 'Nothing yet.';
  const markdown = [
    rule.docs.why,
    `**What to do:** ${rule.advice}`,
    `Fails:\n\n\`\`\`${languageOf(rule)}\n${rule.docs.fails}\n\`\`\``,
    `Passes:\n\n\`\`\`${languageOf(rule)}\n${rule.docs.passes}\n\`\`\``,
    `What shows that it is heeded:\n\n${passing}`,
    `**Limits:** ${rule.docs.limits}`,
  ].join('\n\n');
  return {
    id: rule.id,
    name: rule.code,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.docs.why },
    help: { text: `What to do: ${rule.advice}`, markdown },
    helpUri: `${documentationRoot}${rule.anchor}`,
    defaultConfiguration: { level: levelOf(rule.severity.network) },
    properties: {
      tags: tags.slice(0, tagLimit),
      precision: 'high',
      'security-severity': securitySeverity[rule.severity.network],
    },
  };
}

/** Scores that GitHub maps to the severity of the same name. */
const securitySeverity: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
};

function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  if (severity === 'critical' || severity === 'high') return 'error';
  return severity === 'medium' ? 'warning' : 'note';
}

/**
 * A trace is a flow that ends at the finding, whether it fails or is open, and other evidence is related. Without a
 * trace, the steps of a failure's proof are such a flow.
 */
function proofOf(finding: Finding, root: string, places: Places): Json {
  const toStep = ({ path, span, text }: Evidence): Json => ({
    ...locationOf(path, span, root, places),
    message: { text },
  });
  const { evidence, verdict, path, span, message } = finding;
  const steps = verdict === 'pass' ? [] : stepsOf(finding);
  const isEvidenceFlow = steps.length === 0 && verdict === 'fail' && evidence.length > 0;
  const flow = isEvidenceFlow ? evidence : steps;
  const related = isEvidenceFlow ? [] : evidence.slice(0, locationLimit);
  const end: Evidence = { path, span, text: message };
  return {
    ...(flow.length === 0 ? {} : { codeFlows: [toCodeFlow([...flow, end], toStep)] }),
    ...(related.length === 0 ? {} : { relatedLocations: related.map((each, id) => ({ id, ...toStep(each) })) }),
  };
}

/** Both ends of a long way are kept, and its message says how many steps are not. */
function toCodeFlow(steps: readonly Evidence[], toStep: (step: Evidence) => Json): Json {
  const shown = withoutMiddle(steps, locationLimit).filter((step) => typeof step !== 'number');
  const left = steps.length - shown.length;
  const message =
    left === 0 ? {} : { message: { text: `${left} of ${steps.length} steps in the middle are left out.` } };
  return { ...message, threadFlows: [{ locations: shown.map((step) => ({ location: toStep(step) })) }] };
}

function suppressionsOf(finding: Finding, root: string, places: Places): Json {
  if (finding.suppression === undefined) return {};
  const { span, reason } = finding.suppression;
  return {
    suppressions: [
      {
        kind: span === undefined ? 'external' : 'inSource',
        status: 'accepted',
        ...(span === undefined ? {} : { location: locationOf(finding.path, span, root, places) }),
        ...(reason === undefined ? {} : { justification: reason }),
      },
    ],
  };
}

/** What can be applied as it is; advice is part of the rule's help. */
function fixesOf({ path, fix }: Finding, root: string, places: Places): Json {
  if (fix === undefined || fix.edits.length === 0 || fix.class === 'advice') return {};
  const replacements = fix.edits.map(({ start, end, text }) => ({
    deletedRegion: regionOf(path, { start, end }, places),
    insertedContent: { text },
  }));
  if (places.linesOf(path) === undefined) return {};
  const artifactChanges = [{ artifactLocation: { uri: toUri(path, root) }, replacements }];
  return { fixes: [{ description: { text: fix.title }, artifactChanges }] };
}

function notificationOf(problem: Problem, root: string, places: Places): Json {
  return {
    descriptor: { id: problem.kind },
    level: problem.hidesCode ? 'error' : 'warning',
    message: { text: problem.message },
    locations: [locationOf(problem.path, problem.span, root, places)],
  };
}

function locationOf(path: string, span: Span | undefined, root: string, places: Places): Json {
  const artifactLocation = { uri: toUri(path, root) };
  const region = span === undefined ? undefined : regionOf(path, span, places);
  return { physicalLocation: { artifactLocation, ...(region === undefined ? {} : { region }) } };
}

/** What leads to it in a data file. */
function logicalOf({ inside }: Finding): Json {
  if (inside === undefined) return {};
  return { logicalLocations: [{ name: inside.at(-1), fullyQualifiedName: inside.join(' → ') }] };
}

/** Lines of text, and bytes of what is none. */
function regionOf(path: string, { start, end }: Span, places: Places): Json {
  const lines = places.linesOf(path);
  if (lines === undefined) return { byteOffset: start, byteLength: end - start };
  return {
    startLine: lines.lineOf(start),
    startColumn: lines.utf16ColumnOf(start) + 1,
    endLine: lines.lineOf(end),
    endColumn: lines.utf16ColumnOf(end) + 1,
  };
}

/** A relative reference where the path lies below `root`, else a `file:` address; percent-encoded either way. */
function toUri(path: string, root: string): string {
  const isAbsolute = /^(?:\/|[A-Za-z]:\/)/.test(path);
  const base = root.endsWith('/') ? root : `${root}/`;
  const relative = path.startsWith(base) ? path.slice(base.length) : path;
  const encoded = relative.split('/').map(encodeSegment).join('/');
  if (!isAbsolute || relative !== path) return encoded;
  return path.startsWith('/') ? `file://${encoded}` : `file:///${encoded.replace(/^([A-Za-z])%3A/, '$1:')}`;
}

function encodeSegment(segment: string): string {
  // Names that are not valid UTF-16 cannot be encoded as they are.
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'));
}

function byWeight(one: Finding, other: Finding): number {
  const kinds = ['fail', 'open', 'pass'];
  return (
    kinds.indexOf(one.verdict) - kinds.indexOf(other.verdict) ||
    severities.indexOf(one.severity) - severities.indexOf(other.severity)
  );
}
