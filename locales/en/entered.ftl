## Pledges that others entered

menu-entered = 📄 Entered for me
menu-entered-object = ✋ Not mine
menu-entered-withdraw = 🗑 Withdraw it
menu-entered-withdraw-yes = Yes, withdraw it

entered-by-colleague = a colleague
entered-by = 📝 Pledge **{ $code }**, { $phase }, entered for you by { $by } on { $date }. State: { $state }.
entered-none = Nobody has entered a pledge for you that stands now.
entered-waiting = { $count } pledges were entered for you. Please look at them; object to what is not right, or withdraw it.
entered-objected = Pledge { $code } went back to { $by }, with word that it is not yours. It is not confirmed until it is changed and sent again.
entered-withdraw-ask = Withdraw pledge { $code }, which was entered for you? It counts no more afterwards.
entered-withdrawn = Pledge { $code } is withdrawn. I will tell { $by }.
life-objected = ↩ { $by } said at { $at } that this pledge is not theirs

digest-entered = 📝 Pledge **{ $code }** ({ $phase }) was entered for you by { $by }: { $awards }. If it is not right, object or withdraw it.
digest-see = 📄 See { $code }
digest-objected = ↩ Pledge **{ $code }** ({ $phase }): the one for whom it was entered says that it is not theirs. Please change and send it again, or withdraw it.
digest-recanted = 🗑 Pledge **{ $code }** ({ $phase }), which you entered for them, was withdrawn by that person.
