package org.homeward.alert.orders.criteria;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code homeward.alerts.*}.
 *
 * @param countryRules a directory of further rules of countries; one there replaces ours. Empty for
 *     none
 */
@ConfigurationProperties("homeward.alerts")
record CriteriaSettings(@DefaultValue("") String countryRules) {}
