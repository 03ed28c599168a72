"""The addresses of taking along, below that of their agreement."""

from django.urls import path

from klaar.web.take import views

urlpatterns = [
    path("take/", views.take, name="take"),
    path("versions/<int:version>/klaar.<str:form>", views.export, name="export"),
    path("brief/<str:side>/klaar.<str:form>", views.brief, name="brief"),
    path("log/", views.log, name="log"),
    path("end/", views.end, name="end"),
]
