"""Facts about the products on offer."""

from msgspec import Struct

from vendorscreen.fact.case import PartyInRole
from vendorscreen.fact.node import Fact, Scope, ValueKind, stated
from vendorscreen.tender.tender import Collection, Path, Product, Tender

__all__ = ["PRODUCT", "ProductSeen", "all_products", "products_of"]


class ProductSeen(Struct, frozen=True):
    """A product, with the tender that says who makes it."""

    tender: Tender
    product: Product

    @property
    def at(self) -> Path:
        """Where the product stands in the source."""
        return self.product.at

    @property
    def maker_country(self) -> str | None:
        """The country of establishment of the stated maker."""
        maker = self.tender.party(self.product.manufacturer) if self.product.manufacturer else None
        return maker.country if maker else None


def all_products(tender: Tender) -> Collection[ProductSeen] | None:
    """Return every product on offer; ``None`` where no product is stated."""
    products = tender.products
    if products is None:
        return None
    return Collection(tuple(ProductSeen(tender, product) for product in products), products.complete)


def products_of(seen: PartyInRole) -> Collection[ProductSeen] | None:
    """Return the products a party offers; more may be its own where some are stated without who offers them."""
    tender = seen.case.tender
    if tender.products is None:
        return None
    mine = tuple(ProductSeen(tender, product) for product in seen.case.products_of.get(seen.party.id, ()))
    return Collection(mine, seen.case.all_offered)


PRODUCT = Scope.of(
    "product",
    "a product on offer, as stated",
    (
        stated("product.brand", ValueKind.TEXT, "the brand as stated", "Which brands are offered?", at="brand"),
        stated("product.model", ValueKind.TEXT, "the model as stated", "Which models are offered?", at="model"),
        Fact(
            name="manufacturer_country",
            kind=ValueKind.COUNTRY,
            meaning="country of establishment of the stated maker",
            read=lambda seen: seen.maker_country,
            at=("manufacturer",),
            question="Who makes the products on offer, and where is the maker established?",
        ),
        stated(
            "product.origin",
            ValueKind.COUNTRY,
            "country of origin, as stated",
            "From which country do the products on offer originate?",
            at="countryOfOrigin",
        ),
    ),
)
