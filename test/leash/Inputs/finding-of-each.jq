# A SARIF file with one finding for each line of the input, which names a check.
{
  version: "2.1.0",
  runs: [{
    tool: {driver: {name: "Leash"}},
    invocations: [{toolExecutionNotifications: []}],
    results: [inputs | {
      ruleId: .,
      level: "warning",
      message: {text: "something"},
      locations: [{physicalLocation: {
        artifactLocation: {uri: "a.cpp", uriBaseId: "SRCROOT"},
        region: {startLine: 1, startColumn: 1}}}],
      partialFingerprints: {"leash/v1": ""}
    }],
    properties: {leash: {format: 1, files: 1, inBaseline: 0,
                         elsewhere: 0, skipped: []}}
  }]
}
