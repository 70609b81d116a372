"""Signing in and out, and the sign of life that `parlour serve` and proxies ask for."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator

from parlour.web import flood


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    template_name = "session/sign_in.html"
    redirect_authenticated_user = True

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Ten tries a minute and address: enough for a forgetful person, too few for a guessing machine."""
        if not flood.SIGN_IN.allow(flood.address_of(request)):
            return self.render_to_response(self.get_context_data(too_many=True), status=429)
        return super().post(request, *args, **kwargs)


class SignOut(LogoutView):
    http_method_names = ["post", "options"]  # noqa: RUF012 - Django's own declaration is not a ClassVar


@login_not_required
def health(request: HttpRequest) -> HttpResponse:
    del request
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")
