/** What is kept of a report: the rule that was broken and whose file was blocked, without any full address. */
export function violation(text: string): { directive?: string; blocked?: string } {
  try {
    const report = JSON.parse(text)['csp-report']
    const blocked = String(report['blocked-uri'])
    return {
      directive: String(report['effective-directive'] ?? report['violated-directive']).slice(0, 60),
      blocked: URL.canParse(blocked) ? new URL(blocked).origin : blocked.slice(0, 20),
    }
  } catch {
    return {}
  }
}
