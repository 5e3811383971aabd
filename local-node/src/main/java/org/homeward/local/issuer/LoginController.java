package org.homeward.local.issuer;

import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page on which somebody says who they play. */
@RestController
class LoginController {

  static final String LOGIN = "/login";

  private final LoginHtml html;

  LoginController(LoginHtml html) {
    this.html = html;
  }

  @GetMapping(path = LOGIN, produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
  String page(CsrfToken token, @RequestParam(required = false) boolean wrong) {
    return html.page(token.getParameterName(), token.getToken(), wrong);
  }
}
