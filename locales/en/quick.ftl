## Registering in one's own words

quick-not-pledge = This does not register a title or a commendation.

quick-pledge =
    { $number }. { $who }
    • Unit: { $unit }
    • Registers for: { $awards }

quick-unknown = not clear yet

quick-may-be = { $field } may be: { $options }

quick-ask = Still to ask: { $field }
