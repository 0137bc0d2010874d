from hypothesis import given
from hypothesis import strategies as st

from audiofy.batch.job import Job, Receipt
from audiofy.batch.outcomes import in_order


def receipts(numbers):
    return [Receipt(job=Job(source=str(number), number=number)) for number in numbers]


def numbers(found):
    return [receipt.job.number for receipt in found]


@given(st.permutations(range(1, 30)))
def test_receipts_come_in_the_order_of_their_sources(order):
    assert numbers(in_order(receipts(order))) == sorted(order)


@given(st.permutations(range(1, 30)), st.integers(1, 5))
def test_no_more_wait_than_may_and_none_is_lost(order, most):
    taken = 0

    def counted():
        nonlocal taken
        for receipt in receipts(order):
            taken += 1
            yield receipt

    found = []
    for receipt in in_order(counted(), most):
        found.append(receipt)
        assert taken - len(found) <= most
    assert sorted(numbers(found)) == sorted(order)


def test_a_gap_does_not_hold_back_the_rest_for_ever():
    assert numbers(in_order(receipts([3, 1, 5]))) == [1, 3, 5]
