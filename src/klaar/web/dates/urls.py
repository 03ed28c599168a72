"""The addresses of honest dates, below that of their agreement."""

from django.urls import path

from klaar.web.dates.views import choosing, overview, promise, record, together

urlpatterns = [
    path("dates/", overview.dates, name="dates"),
    path("dates/together/", together.together, name="together"),
    path("dates/record/", record.record, name="dates_record"),
    path("dates/least/", choosing.choose_least, name="choose_least"),
    path("dates/history/", choosing.choose_history, name="choose_history"),
    path("dates/choices/<int:choice>/", choosing.answer_choice, name="answer_choice"),
    path("promises/<str:key>/date/", promise.honest_date, name="honest_date"),
    path("promises/<str:key>/date/choose/", choosing.choose_date, name="choose_date"),
]
