news-heading = 📣 **News from the campaign office**

news-text = Text

news-ask = Type the short piece of news to send. You will see it before it goes out.

news-empty = The news is empty. Please type what is to be sent.

news-long = The news is { $length } characters long, more than the { $longest } allowed. Please shorten it.

news-review = **Check the news before it goes out**. Recipients: { $people }

news-send =
    { $people ->
        [one] Send to 1 person
       *[other] Send to { $people } people
    }

news-sent =
    { $people ->
        [one] ✅ The news is queued for 1 person.
       *[other] ✅ The news is queued for { $people } people.
    }

news-not-allowed = Only the campaign office may send campaign news.
