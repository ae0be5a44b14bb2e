reminder-no-pledge =
    { $days ->
        [0] 🔔 { $phase } closes today, **{ $date }**. You have no pledge in this phase.
        [one] 🔔 { $phase } closes on **{ $date }**, 1 day from now. You have no pledge in this phase.
       *[other] 🔔 { $phase } closes on **{ $date }**, { $days } days from now. You have no pledge in this phase.
    }

reminder-unfinished-pledge =
    { $days ->
        [0] 🔔 { $phase } closes today, **{ $date }**. The pledge that you began has not been sent.
        [one] 🔔 { $phase } closes on **{ $date }**, 1 day from now. The pledge that you began has not been sent.
       *[other] 🔔 { $phase } closes on **{ $date }**, { $days } days from now. The pledge that you began has not been sent.
    }

reminder-why = You get this only while you have no pledge of your own. Taking part is voluntary; to get no more of these, pick “Turn reminders off”.
