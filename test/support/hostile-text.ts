/**
 * Text that becomes something else where a page treats it as more than text: after OWASP's cheat sheet for cross-site
 * scripting filters. Each calls `alert`, which a test sees as a dialog, or breaks out of what stands around it.
 */
export const HOSTILE_TEXTS = [
  `<script>alert(1)</script>`,
  `<img src=x onerror=alert(1)>`,
  `"><svg/onload=alert(1)>`,
  `'"></bdi></p><img src=x onerror=alert(1)>`,
  `</template><script>alert(1)</script>`,
  `<iframe srcdoc="<script>parent.alert(1)</script>">`,
  `<a href="javascript:alert(1)">look</a>`,
  `javascript:alert(1)`,
  `<style>body{display:none}</style>`,
  `<math><mtext><img src=x onerror=alert(1)></mtext></math>`,
  `<!--><img src=x onerror=alert(1)>-->`,
  `&lt;img src=x onerror=alert(1)&gt;`,
  `&#x3C;script&#x3E;alert(1)`,
  `{{constructor.constructor('alert(1)')()}}`,
  `'-alert(1)-'`,
  `<details open ontoggle=alert(1)>`,
  `<object data="data:text/html,<script>alert(1)</script>">`,
  `<form action="https://evil.example"><button>OK</button></form>`,
  `=HYPERLINK("https://evil.example")`,
  `%3Cscript%3Ealert(1)%3C/script%3E`,
] as const;
