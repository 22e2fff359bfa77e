/** Long passwords that stand in every list of stolen ones, without their spaces, signs and case. */
const known = new Set([
  'abcdefghijklmno',
  'abcdefghijklmnop',
  'abcdefghijklmnopqrstuvwxyz',
  'administrator123',
  'changemechangeme',
  'correcthorsebatterystaple',
  'iloveyouiloveyou',
  'iloveyousomuch123',
  'letmeinletmein123',
  'mypasswordispassword',
  'passwordpassword1',
  'password123456789',
  'password1234567890',
  'policedepartment',
  'qazwsxedcrfvtgb',
  'qwertyuiopasdfg',
  'qwertyuiopasdfgh',
  'qwertyuiopasdfghjkl',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertyuiop123456',
  'qwertyuiop1234567890',
  'thisismypassword',
  'trustno1trustno1',
  'welcomewelcome1',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv',
])

/** True for what is guessed first: a known one, one short piece over and over, or digits in a row. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '')
  return known.has(plain) || /^(.{0,10}?)\1*$/u.test(plain) || isRun(plain)
}

function isRun(text: string): boolean {
  return '01234567890123456789012345678901234567890'.includes(text)
}
