package org.homeward.console.login;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * The person behind a login: what her access token says of her, beside the issuer's id token. It
 * came from the issuer itself, so its signature is the services' business.
 */
final class HttpPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

  private static final List<String> CLAIMS = List.of("person", "roles", "desk");

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    try {
      var token = SignedJWT.parse(request.getAccessToken().getTokenValue()).getJWTClaimsSet();
      Map<String, Object> claims = new HashMap<>(request.getIdToken().getClaims());
      for (String claim : CLAIMS) {
        Object value = token.getClaim(claim);
        if (value != null) {
          claims.put(claim, value);
        }
      }
      return new DefaultOidcUser(List.of(), request.getIdToken(), new OidcUserInfo(claims), "sub");
    } catch (ParseException notAJwt) {
      throw new OAuth2AuthenticationException(new OAuth2Error("invalid_token"), notAJwt);
    }
  }
}
